import type { AssetListItem } from '#/api/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ProjectsTable.module.css'

/** Country and sector, as the project's settings name them. */
export function ProjectContext({ project: { settings } }: { project: AssetListItem }) {
  const format = useFormat()
  const countries = format.list((settings.country ?? []).map(({ label }) => label))
  const sector = settings.sector && 'label' in settings.sector ? settings.sector.label : ''
  const parts = [countries, sector].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <span className={classes.context}>
      <bdi>{parts.join(' · ')}</bdi>
    </span>
  )
}

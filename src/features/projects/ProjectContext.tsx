import { contextOf } from '#/api/kpi/assets/project-context.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ProjectsTable.module.css'

/** Country and sector, as the project's settings name them. */
export function ProjectContext({ project: { settings } }: { project: AssetListItem }) {
  const format = useFormat()
  const { sector, countries } = contextOf(settings)
  const parts = [format.list(countries), sector].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <span className={classes.context}>
      <bdi>{parts.join(' · ')}</bdi>
    </span>
  )
}

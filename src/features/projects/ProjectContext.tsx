import { projectContextOf } from '#/api/kpi/assets/project-context.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ProjectsTable.module.css'

/** The countries and the sector of a project. */
export function ProjectContext({ project: { settings } }: { project: AssetListItem }) {
  const format = useFormat()
  const { sector, countries } = projectContextOf(settings)
  const parts = [format.list(countries), sector].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <span className={classes.context}>
      <bdi>{parts.join(' · ')}</bdi>
    </span>
  )
}

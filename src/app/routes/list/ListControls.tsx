import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { projectPageOf, projectPageParams } from '#/app/loaders/project-list-page.ts'
import { ColumnsControl } from '#/features/projects/columns/ColumnsControl.tsx'
import { FilterControl } from '#/features/projects/filter/FilterControl.tsx'
import { SortSelect } from '#/features/projects/SortSelect.tsx'
import type { ProjectColumnChoice } from '#/features/projects/use-project-columns.ts'
import { ListViewsControl } from '#/features/views/ListViewsControl.tsx'
import classes from './ListControls.module.css'

export interface ListControlsProps {
  page: ProjectPage
  onPage: (change: Partial<ProjectPage>) => void
  /** The projects that are shown. */
  projects: readonly AssetListItem[]
  /** The current user. */
  username: string
  columns: ProjectColumnChoice
}

/** What is done with the list of projects besides searching it. Loads after the list itself. */
export function ListControls({ page, onPage, projects, username, columns }: ListControlsProps) {
  return (
    <div className={classes.controls}>
      <FilterControl
        search={page.search}
        projects={projects}
        username={username}
        onChange={(search) => onPage({ search })}
      />
      <div className={classes.end}>
        <ListViewsControl
          address={projectPageParams({ ...page, page: 1 }).toString()}
          onShow={(address) => onPage(projectPageOf(new URLSearchParams(address)))}
        />
        <ColumnsControl columns={columns} />
      </div>
      <SortSelect ordering={page.ordering} onOrder={(ordering) => onPage({ ordering })} />
    </div>
  )
}

import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import type { Page } from '#/api/pagination.ts'
import { DataOffer } from '#/app/data-offer.ts'
import { paths } from '#/app/paths.ts'
import { MenuCell, SelectCell } from '#/features/project-actions/ListCells.tsx'
import { NewProjectButton } from '#/features/project-actions/NewProjectButton.tsx'
import { ProjectsBar } from '#/features/project-actions/ProjectsBar.tsx'

interface ProjectsActionsBarProps {
  page: ProjectPage
  list: Page<AssetListItem>
  username: string
  isFiltered: boolean
}

/** The bar below the list of projects, with the parts that it takes from other features. */
export function ProjectsActionsBar({ page, list, username, isFiltered }: ProjectsActionsBarProps) {
  const key = JSON.stringify(page)
  // The page is read from the address anew on each render.
  const samePage = useMemo(() => JSON.parse(key) as ProjectPage, [key])
  return (
    <ProjectsBar
      page={samePage}
      projects={list.results}
      count={list.count}
      username={username}
      isFiltered={isFiltered}
      dataOffer={DataOffer}
    />
  )
}

/** What precedes the cells of a project in the list; `null`: of the head. */
export const ListStart = ({ project }: { project: AssetListItem | null }) => <SelectCell project={project} />

/** What follows the cells of a project in the list; `null`: of the head. */
export const ListEnd = ({ project, username }: { project: AssetListItem | null; username: string }) => (
  <MenuCell project={project} username={username} linkTo={linkTo} />
)

const linkTo = (assetUid: string, page: 'summary' | 'sharing' | 'settings') =>
  paths[page === 'summary' ? 'project' : page](assetUid)

/** The button for a new project. Whether its dialog is open is in the address. */
export function NewProject() {
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const setOpen = (isOpen: boolean) =>
    setSearch(
      (before) => {
        if (isOpen) before.set('new', '')
        else before.delete('new')
        return before
      },
      { replace: true },
    )
  return (
    <NewProjectButton
      isOpen={search.has('new')}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onCreated={(uid) => void navigate(paths.project(uid))}
    />
  )
}

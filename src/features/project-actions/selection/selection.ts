import { useSyncExternalStore } from 'react'
import type { ProjectPage } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { createSharedValue } from '#/ui/shared-value.ts'

/** What the list shows: the page of the address, and how many match in all. */
export interface ShownProjects {
  page: ProjectPage
  projects: readonly AssetListItem[]
  count: number
}

/** The selected projects. They stay selected on other pages and in another order, until the search changes. */
export interface Selection {
  /** By uid, as the list had them when they were selected, in that order. */
  projects: ReadonlyMap<string, AssetListItem>
  /** Whether all that match are selected, also on other pages; then `projects` is empty. */
  isAll: boolean
  shown: ShownProjects | null
}

const EMPTY: Selection = { projects: new Map(), isAll: false, shown: null }
const store = createSharedValue(EMPTY)
/** The project that was clicked last, from which a click with Shift reaches. */
let anchor: string | undefined

const searchKey = ({ page: { search } }: ShownProjects) => JSON.stringify(search)

/** Selects and deselects projects. One list is on screen at a time. */
export const projectSelection = {
  get: store.get,
  subscribe: store.subscribe,

  /** Tells what the list shows now. Another search clears the selection; what is selected on this page is brought up to date. */
  show: (shown: ShownProjects) => {
    const before = store.get()
    const isOther = before.shown !== null && searchKey(before.shown) !== searchKey(shown)
    if (isOther) anchor = undefined
    const selected = new Map(isOther ? [] : before.projects)
    for (const project of shown.projects) if (selected.has(project.uid)) selected.set(project.uid, project)
    store.set({ projects: selected, isAll: before.isAll && !isOther, shown })
  },

  /** Selects or deselects a project, and with `isRange` all between it and the one that was clicked before. */
  toggle: (project: AssetListItem, isSelected: boolean, isRange: boolean) => {
    const { shown } = store.get()
    const rows = shown?.projects ?? []
    const indexes = [anchor, project.uid].map((uid) => rows.findIndex((row) => row.uid === uid))
    anchor = project.uid
    const reached =
      isRange && !indexes.includes(-1) ? rows.slice(Math.min(...indexes), Math.max(...indexes) + 1) : [project]
    set(reached, isSelected)
  },

  /** Selects or deselects all projects of this page. */
  togglePage: (isSelected: boolean) => set(store.get().shown?.projects ?? [], isSelected),
  selectAll: () => store.set({ ...store.get(), projects: new Map(), isAll: true }),
  clear: () => {
    anchor = undefined
    store.set({ ...store.get(), projects: new Map(), isAll: false })
  },
  /** Deselects projects, such as those that were deleted. */
  remove: (uids: readonly string[]) => {
    const { projects, ...rest } = store.get()
    store.set({ ...rest, projects: new Map([...projects].filter(([uid]) => !uids.includes(uid))) })
  },
  /** Forgets the list and what was selected in it. */
  leave: () => {
    anchor = undefined
    store.set(EMPTY)
  },
}

function set(changed: readonly AssetListItem[], isSelected: boolean) {
  const { projects, isAll, shown } = store.get()
  // Deselecting one while all are selected keeps those of this page: the others are not known.
  const known = isAll && !isSelected ? (shown?.projects ?? []) : [...projects.values()]
  const selected = new Map(known.map((project) => [project.uid, project]))
  for (const project of changed) {
    if (isSelected) selected.set(project.uid, project)
    else selected.delete(project.uid)
  }
  store.set({ projects: selected, isAll: false, shown })
}

export const useSelection = () => useSyncExternalStore(store.subscribe, store.get)

/** Whether a project is selected. */
export const useIsSelected = (uid: string) =>
  useSyncExternalStore(store.subscribe, () => store.get().isAll || store.get().projects.has(uid))

/** How much of this page is selected. */
export function useSelectedPart(): 'none' | 'some' | 'all' {
  const { projects, isAll, shown } = useSelection()
  if (isAll) return 'all'
  const selected = (shown?.projects ?? []).filter(({ uid }) => projects.has(uid)).length
  return selected === 0 ? 'none' : selected === shown?.projects.length ? 'all' : 'some'
}

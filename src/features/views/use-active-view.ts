import { useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { DEFAULT_COLUMNS, type DatasetQuery, writeDatasetQuery } from '#/dataset/query/query.ts'
import { type NamedView, viewAddress } from './personal-views.ts'
import { viewOfProject } from './project-view.ts'

/** The view that the table shows; `changed` if the table was changed after it was opened. `null`: none of those known. */
export type ActiveView =
  { kind: 'personal'; name: string; changed: boolean } | { kind: 'project' | 'default'; changed: boolean } | null

/** The same rows in the default table: its columns and labels, the newest rows first. */
export const defaultView = (view: DatasetQuery): DatasetQuery => ({
  ...view,
  ...DEFAULT_COLUMNS,
  language: 0,
  sort: null,
  page: 1,
  submission: null,
})

const addressOf = (view: DatasetQuery) => viewAddress(writeDatasetQuery(view))

const isSame = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([key, value]) => other[key] === value)

/** Which of the saved views the table shows, or showed before it was changed. */
export function useActiveView(asset: Asset, view: DatasetQuery, views: readonly NamedView[]): ActiveView {
  const [openedName, setOpenedName] = useState<string | null>(null)
  const shown = matchingView(asset, view, views)
  const name = shown === null ? openedName : 'name' in shown ? shown.name : null
  if (name !== openedName) setOpenedName(name)
  if (shown) return shown
  return views.some((one) => one.name === openedName) && openedName !== null
    ? { kind: 'personal', name: openedName, changed: true }
    : null
}

function matchingView(asset: Asset, view: DatasetQuery, views: readonly NamedView[]): ActiveView {
  const address = addressOf(view)
  const personal = views.find((one) => isSame(one.address, address))
  if (personal) return { kind: 'personal', name: personal.name, changed: false }
  const { filter: _, ...table } = address
  const addressWith = (columns: Partial<DatasetQuery>) =>
    addressOf({ ...defaultView(view), filter: NO_FILTER, ...columns })
  const ofProject = viewOfProject(asset)
  if (Object.keys(ofProject).length > 0 && isSame(addressWith(ofProject), table)) {
    return { kind: 'project', changed: false }
  }
  return isSame(addressWith({}), table) ? { kind: 'default', changed: false } : null
}

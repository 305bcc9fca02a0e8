import type { Asset } from '#/api/assets/schema.ts'
import { type DataTable, dataTableOf } from '#/api/data-table/schema.ts'
import type { Arrangement } from './arrangement.ts'
import { STATUS } from './columns.ts'
import { readView, type SubmissionsViewState, writeView } from './view-state.ts'

/** What an address says where it wants the table as it is by itself, not as the project sets it up. */
const OWN = 'own'
/** What of an address a project's own view stands in for. */
const SAID = ['columns', 'frozen', 'empty', 'labels', 'sort', 'filter', 'view']

type Kept = Pick<SubmissionsViewState, 'columns' | 'frozen' | 'language' | 'sort'>

/** How a project sets up its table, as far as it says; the server's own front end may have said it. */
export function viewOfProject(settings: Asset['settings']): Partial<Kept> {
  const table = dataTableOf(settings)
  const frozen = table['frozen-column']
  const columns = table['selected-columns']
  const language = table['translation-index']
  const sort = table['sort-by']
  return {
    ...(frozen && { frozen: [...new Set([STATUS.id, frozen])] }),
    ...(columns && columns.length > 0 && { columns }),
    ...(typeof language === 'number' && { language: language < 0 ? null : language }),
    ...(sort && { sort: { field: sort.fieldId, descending: sort.value === 'desc' } }),
  }
}

/** The same, as a project keeps it. It can freeze one column only: the last one. */
export function toDataTable(
  { language, sort }: Pick<SubmissionsViewState, 'language' | 'sort'>,
  { frozen, rest }: Arrangement,
  isUsual: boolean,
): DataTable {
  return {
    'selected-columns': isUsual ? null : [...frozen, ...rest],
    'frozen-column': frozen.at(-1) ?? null,
    'translation-index': language ?? -1,
    'sort-by': sort && { fieldId: sort.field, value: sort.descending ? 'desc' : 'asc' },
  }
}

/** The view that an address opens: what it says; where it says nothing of it, the project's own. */
export function openView(search: URLSearchParams, settings: Asset['settings'] | undefined): SubmissionsViewState {
  const view = readView(search)
  return settings && !SAID.some((name) => search.has(name)) ? { ...view, ...viewOfProject(settings) } : view
}

/** The address of a view in a project: a plain one is said, where the project's own would come in its place. */
export function addressOf(view: SubmissionsViewState, settings: Asset['settings']): Record<string, string> {
  const address = writeView(view)
  const isSaid = SAID.some((name) => name in address)
  return isSaid || Object.keys(viewOfProject(settings)).length === 0 ? address : { ...address, view: OWN }
}

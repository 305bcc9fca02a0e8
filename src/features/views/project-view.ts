import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isDescending, type TableSettings, tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import type { ColumnLayout } from '#/dataset/model/column-order.ts'
import { columnsOf, STATUS, type DataColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { readDatasetQuery, type DatasetQuery, writeDatasetQuery } from '#/dataset/query/query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { kpiColumns, type KpiColumns, STATUS_NAME } from './kpi-columns.ts'

/** Value of the parameter `view` for the default table instead of the project's view. */
const OWN = 'own'
/** URL parameters that the project's view replaces if none of them is set. */
const SAID = ['columns', 'frozen', 'empty', 'labels', 'sort', 'filter', 'view']

type Kept = Pick<DatasetQuery, 'columns' | 'frozen' | 'language' | 'sort'>
/** The fields of a project that define its table. */
export type TableOwner = Pick<Asset, 'settings' | 'content' | 'analysis_form_json'>

const knownNames = new WeakMap<object, KpiColumns>()

/** The column names of a project, cached by its form. */
function namesOf({ content, analysis_form_json: analysisForm }: TableOwner): KpiColumns {
  const form = formOf(content, analysisForm)
  const known = knownNames.get(form)
  if (known) return known
  const names = kpiColumns([...SYSTEM_COLUMNS, ...columnsOf(form)])
  knownNames.set(form, names)
  return names
}

/**
 * How a project sets up its table, as far as it says; the server's own front end may have said it. A frozen column that
 * this table does not know is left out: the default ones stay frozen.
 */
export function viewOfProject(owner: TableOwner): Partial<Kept> {
  const table = tableSettingsOf(owner.settings)
  const names = namesOf(owner)
  const selected = table['selected-columns'] ?? []
  const columns = selected.some(names.isKnown) ? names.toIds(selected) : []
  const frozen = table['frozen-column']
  const frozenIds = frozen && names.isKnown(frozen) ? [names.idOf(frozen)] : []
  // KPI's table starts with the status, unless the chosen columns do not contain it.
  const hasStatus = columns.length === 0 || columns.includes(STATUS.id)
  const language = table['translation-index']
  const sort = table['sort-by']
  return {
    ...((frozenIds.length > 0 || !hasStatus) && {
      frozen: hasStatus ? [...new Set([STATUS.id, ...frozenIds])] : frozenIds,
    }),
    ...(columns.length > 0 && { columns }),
    ...(typeof language === 'number' && { language: language < 0 ? null : language }),
    ...(sort && { sort: { field: sortFieldOf(sort.fieldId, names.idOf), descending: isDescending(sort.value) } }),
  }
}

/** The field by which a stored order sorts: the repeat group for questions within one. */
function sortFieldOf(fieldId: string, idOf: (name: string) => string): string {
  const id = idOf(fieldId)
  return id === STATUS.id ? STATUS_NAME : id
}

interface DataTableInput {
  view: Pick<DatasetQuery, 'frozen' | 'language' | 'sort'>
  layout: ColumnLayout
  /** Whether these are the default columns. */
  isDefault: boolean
  /** All columns of the table. */
  all: readonly DataColumn[]
  /** The current settings of the project. */
  stored: TableSettings
}

/**
 * The same, as a project keeps it, in the names of the server's own front end. It can freeze one column only: the last
 * one. Columns that only KPI's table has stay where they are.
 */
export function toDataTable({ view, layout, isDefault, all, stored }: DataTableInput): TableSettings {
  const names = kpiColumns(all)
  const { language, sort } = view
  const { frozen, rest } = layout
  const storedFrozen = stored['frozen-column'] ?? null
  const last = frozen.at(-1)
  const isTheirs = storedFrozen !== null && !names.isKnown(storedFrozen)
  // An unknown frozen column is kept, unless the user froze others.
  const keepsTheirs = isTheirs && (view.frozen === null || last === undefined)
  const storedSort = stored['sort-by']
  const isSameSort = storedSort && sort && sortFieldOf(storedSort.fieldId, names.idOf) === sort.field
  return {
    'selected-columns': isDefault ? null : names.toNames([...frozen, ...rest], stored['selected-columns'] ?? []),
    'frozen-column': keepsTheirs ? storedFrozen : last === undefined ? null : names.toName(last, storedFrozen),
    'translation-index': language ?? -1,
    'sort-by': sort && {
      fieldId: isSameSort && storedSort.fieldId !== STATUS.id ? storedSort.fieldId : sort.field,
      value: sort.descending ? 'DESCENDING' : 'ASCENDING',
    },
  }
}

/** The view of a URL: its parameters, or the project's view if there are none. */
export function openView(search: URLSearchParams, asset: TableOwner | undefined): DatasetQuery {
  const view = readDatasetQuery(search)
  return asset && !SAID.some((name) => search.has(name)) ? { ...view, ...viewOfProject(asset) } : view
}

/** The URL parameters of a view. The default view is explicit if the project has a view of its own. */
export function viewAddressOf(view: DatasetQuery, asset: TableOwner): Record<string, string> {
  const address = writeDatasetQuery(view)
  const isSaid = SAID.some((name) => name in address)
  return isSaid || Object.keys(viewOfProject(asset)).length === 0 ? address : { ...address, view: OWN }
}

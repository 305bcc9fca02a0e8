import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isDescending, type TableSettings, tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import type { ColumnLayout } from '#/dataset/model/column-order.ts'
import { STATUS, type SubmissionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { readView, type SubmissionsViewState, writeView } from '#/dataset/query/query.ts'
import { kpiColumns, type KpiColumns, STATUS_NAME } from './kpi-columns.ts'

/** What an address says where it wants the table as it is by itself, not as the project sets it up. */
const OWN = 'own'
/** What of an address a project's own view stands in for. */
const SAID = ['columns', 'frozen', 'empty', 'labels', 'sort', 'filter', 'view']

type Kept = Pick<SubmissionsViewState, 'columns' | 'frozen' | 'language' | 'sort'>
/** What of a project decides about its table. */
export type TableOwner = Pick<Asset, 'settings' | 'content'>

const knownNames = new WeakMap<object, KpiColumns>()

/** The names of the form's columns, made once for each form. */
function namesOf(content: Asset['content']): KpiColumns {
  const known = knownNames.get(content)
  if (known) return known
  const names = kpiColumns([...SYSTEM_COLUMNS, ...columnsOf(content)])
  knownNames.set(content, names)
  return names
}

/**
 * How a project sets up its table, as far as it says; the server's own front end may have said it. A frozen column that
 * this table does not know is left out: the usual ones stay frozen.
 */
export function viewOfProject({ settings, content }: TableOwner): Partial<Kept> {
  const table = tableSettingsOf(settings)
  const names = namesOf(content)
  const selected = table['selected-columns'] ?? []
  const columns = selected.some(names.isKnown) ? names.toIds(selected) : []
  const frozen = table['frozen-column']
  const frozenIds = frozen && names.isKnown(frozen) ? [names.idOf(frozen)] : []
  // KPI's table has the status at its start, unless the columns were chosen without it.
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

/** By which key of a submission a kept order sorts: for a question within a repeat group, that group. */
function sortFieldOf(fieldId: string, idOf: (name: string) => string): string {
  const id = idOf(fieldId)
  return id === STATUS.id ? STATUS_NAME : id
}

interface ToKeep {
  view: Pick<SubmissionsViewState, 'frozen' | 'language' | 'sort'>
  arrangement: ColumnLayout
  /** Whether the columns are the usual ones. */
  isUsual: boolean
  /** All that this table can show. */
  all: readonly SubmissionColumn[]
  /** As the project keeps it now. */
  stored: TableSettings
}

/**
 * The same, as a project keeps it, in the names of the server's own front end. It can freeze one column only: the last
 * one. Columns that only KPI's table has stay where they are.
 */
export function toDataTable({ view, arrangement, isUsual, all, stored }: ToKeep): TableSettings {
  const names = kpiColumns(all)
  const { language, sort } = view
  const { frozen, rest } = arrangement
  const storedFrozen = stored['frozen-column'] ?? null
  const last = frozen.at(-1)
  const isTheirs = storedFrozen !== null && !names.isKnown(storedFrozen)
  // A frozen column that cannot be seen here was not changed here, unless others were chosen.
  const keepsTheirs = isTheirs && (view.frozen === null || last === undefined)
  const storedSort = stored['sort-by']
  const isSameSort = storedSort && sort && sortFieldOf(storedSort.fieldId, names.idOf) === sort.field
  return {
    'selected-columns': isUsual ? null : names.toNames([...frozen, ...rest], stored['selected-columns'] ?? []),
    'frozen-column': keepsTheirs ? storedFrozen : last === undefined ? null : names.toName(last, storedFrozen),
    'translation-index': language ?? -1,
    'sort-by': sort && {
      fieldId: isSameSort && storedSort.fieldId !== STATUS.id ? storedSort.fieldId : sort.field,
      value: sort.descending ? 'DESCENDING' : 'ASCENDING',
    },
  }
}

/** The view that an address opens: what it says; where it says nothing of it, the project's own. */
export function openView(search: URLSearchParams, asset: TableOwner | undefined): SubmissionsViewState {
  const view = readView(search)
  return asset && !SAID.some((name) => search.has(name)) ? { ...view, ...viewOfProject(asset) } : view
}

/** The address of a view in a project: a plain one is said, where the project's own would come in its place. */
export function viewAddressOf(view: SubmissionsViewState, asset: TableOwner): Record<string, string> {
  const address = writeView(view)
  const isSaid = SAID.some((name) => name in address)
  return isSaid || Object.keys(viewOfProject(asset)).length === 0 ? address : { ...address, view: OWN }
}

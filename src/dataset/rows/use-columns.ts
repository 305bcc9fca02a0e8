import { useEffect, useMemo } from 'react'
import type { ColumnLayout } from '#/dataset/model/column-order.ts'
import { type AnswerColumn, columnsOf, type DataColumn, SYSTEM_COLUMNS, titleColumn } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import {
  allColumns,
  answeredColumnIds,
  cardColumns,
  initialColumnIds,
  INITIAL_COLUMNS,
  isWide,
  type TableColumns,
  visibleColumns,
} from '#/dataset/model/visible-columns.ts'
import { type ColumnChoice, DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import { MAX_INITIAL_FIELDS } from './use-initial-columns.ts'
import type { DatasetRows } from './use-rows.ts'
import { useVersionColumns } from './use-version-columns.ts'

/** The columns of a dataset, and which of them a view shows. */
export interface DatasetColumns {
  /** Those of the form. */
  form: readonly AnswerColumn[]
  /** Those of the form and of its earlier versions, as far as they are known. */
  ofAllVersions: readonly AnswerColumn[]
  /** All that can be chosen. */
  all: readonly DataColumn[]
  /** Ids of those that a range of columns may name, in its order: without those that are only there to be chosen. */
  ordered: readonly string[]
  /** So many of `ordered` are there whatever rows are loaded. */
  stableCount: number
  /** By which column a row is named; `null` where none fits. */
  title: DataColumn | null
  /** Those that can be filtered by, by their ids. */
  filterable: ReadonlyMap<string, DataColumn>
  /** Those of the table; `defaults`: what it would show without a choice. */
  table: TableColumns & { defaults: ColumnLayout }
  /** Those of a card on a phone. */
  card: readonly DataColumn[]
  /** Those that rows can be sorted by, the title first. */
  sortable: readonly DataColumn[]
  /** With how many columns the table of a wide form starts; `null` where it shows all. */
  initialCount: number | null
  /** How far the loading of earlier versions of the form is. */
  versions: ReturnType<typeof useVersionColumns>['looking']
  /** Loads what earlier versions of the form asked, to be chosen. */
  loadVersions: () => void
}

/** Which columns there are, and which of them the table, a card and the filter show. */
export function useColumns(dataset: DatasetRows, choice: ColumnChoice): DatasetColumns {
  const { source, initialRows, rows, pages } = dataset
  const { load } = dataset.columns
  const { scrolls } = pages
  const form = columnsOf(source.form)
  const { columns, frozen, hidesEmpty } = choice
  const start = useInitialColumns(source.id, form, dataset)
  const [looksBack, setLooksBack] = useKeyedState(source.id, false)
  const {
    answered: older,
    offered,
    looking,
  } = useVersionColumns(source, initialRows, looksBack || namesFormer(form, choice))
  const known = useMemo(() => {
    const answers = [...form, ...older]
    const ordered = allColumns(answers)
    // Those of earlier versions stand together, those without a label behind them.
    const all = [...ordered.filter((column) => !isUnknown(column)), ...offered, ...ordered.filter(isUnknown)]
    return {
      form,
      ofAllVersions: [...answers.filter((column) => !isUnknown(column)), ...offered],
      all,
      ordered: ordered.map(({ id }) => id),
      stableCount: ordered.length - answers.length + form.length,
      title: titleColumn(form, initialRows),
      filterable: filterColumns([...SYSTEM_COLUMNS], [...answers, ...offered]),
    }
  }, [form, initialRows, older, offered])
  // Which columns have values matters only where those without any are hidden.
  const searchedRows = hidesEmpty ? rows : null
  const table = useMemo(() => {
    const { all, ordered, title } = known
    const answered = () => {
      const some = searchedRows ?? []
      // While rows come and go, columns that are not loaded may have values.
      const notLoaded = scrolls ? all.filter(({ id }) => some.some((row) => !isFieldLoaded(row, id))) : []
      return new Set([...answeredColumnIds(some), ...notLoaded.map(({ id }) => id)])
    }
    const shown = { all, ordered, title, initial: start, answered }
    return {
      ...visibleColumns({ ...shown, choice: { columns, frozen, hidesEmpty } }),
      defaults: visibleColumns({ ...shown, choice: DEFAULT_COLUMNS }).layout,
    }
  }, [known, searchedRows, scrolls, start, columns, frozen, hidesEmpty])

  // Which columns are empty is known when all of them are loaded.
  const [row] = rows
  useEffect(() => {
    if (!hidesEmpty || scrolls || !row) return
    const chosen = new Set(table.layout.rest)
    const missing = known.all.filter(
      ({ id, source: from }) => from !== 'system' && chosen.has(id) && !isFieldLoaded(row, id),
    )
    if (missing.length > 0) load(missing.map(({ id }) => id))
  }, [hidesEmpty, scrolls, row, known, table, load])

  return useMemo(
    () => ({
      ...known,
      table,
      card: cardColumns(table, initialRows),
      sortable: [table.title, ...known.all.filter(({ id }) => id !== table.title.id)],
      initialCount: columns === null && start && initialRows.length > 0 ? start.length : null,
      versions: looking,
      loadVersions: () => setLooksBack(true),
    }),
    [known, table, initialRows, columns, start, looking, setLooksBack],
  )
}

const isUnknown = ({ source }: DataColumn) => source === 'unknown'

/** Whether columns were chosen that the form does not have. */
function namesFormer(form: readonly AnswerColumn[], { columns, frozen }: ColumnChoice): boolean {
  if (!columns && !frozen) return false
  const known = new Set([...SYSTEM_COLUMNS, ...form].map(({ id }) => id))
  return [...(columns ?? []), ...(frozen ?? [])].some((run) => typeof run === 'string' && !known.has(run))
}

/** How many columns of a form are searched for its first values: few enough to come with the page itself. */
const MAX_SEARCHED = MAX_INITIAL_FIELDS - 10

/** With which columns the table of a wide form starts. They stay the same from page to page. */
function useInitialColumns(
  sourceId: string,
  form: readonly AnswerColumn[],
  { rows, columns: { load } }: Pick<DatasetRows, 'rows' | 'columns'>,
): readonly string[] | null {
  const [kept, setKept] = useKeyedState<readonly string[] | null>(sourceId, null)
  const ids = useMemo(
    () => (!kept && isWide(form) ? initialColumnIds(form, answeredColumnIds(rows)) : kept),
    [kept, form, rows],
  )
  const [row] = rows
  const missing = useMemo(
    () => (kept || !ids || !row ? [] : form.slice(0, MAX_SEARCHED).filter(({ id }) => !isFieldLoaded(row, id))),
    [kept, ids, row, form],
  )
  const isComplete = ids !== null && row !== undefined && (ids.length >= INITIAL_COLUMNS || missing.length === 0)
  if (isComplete && !kept) setKept(ids)
  useEffect(() => {
    if (!isComplete && missing.length > 0) load(missing.map(({ id }) => id))
  }, [isComplete, missing, load])
  return ids
}

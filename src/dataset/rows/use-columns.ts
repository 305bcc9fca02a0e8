import { useEffect, useMemo, useState } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import { type SubmissionColumn, SYSTEM_COLUMNS, titleColumn } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import {
  allColumns,
  answeredIn,
  AT_FIRST,
  cardColumns,
  firstAnswered,
  isWide,
  visibleColumns,
} from '#/dataset/model/visible-columns.ts'
import { type ColumnChoice, DEFAULT_COLUMNS } from '#/dataset/query/query.ts'
import type { LoadedRows } from './use-lazy-columns.ts'
import { useVersionColumns } from './use-version-columns.ts'

export type ViewColumns = ReturnType<typeof useColumns>

/** What of a submission is shown where. */
export function useColumns(asset: Asset, loaded: LoadedRows, choice: ColumnChoice) {
  const { first, rows, ask, scrolls } = loaded
  const { uid } = asset
  const form = columnsOf(asset.content)
  const { columns, frozen, hidesEmpty } = choice
  const start = useStart(uid, form, loaded)
  const [lookedBack, setLookedBack] = useState<string | null>(null)
  const looksBack = lookedBack === uid || namesFormer(form, choice)
  const { answered: older, offered, looking } = useVersionColumns(asset, first, looksBack)
  const known = useMemo(() => {
    const answers = [...form, ...older]
    const ordered = allColumns(answers)
    // Older ones stand together, those without a label behind them.
    const all = [...ordered.filter((column) => !isUnknown(column)), ...offered, ...ordered.filter(isUnknown)]
    return {
      form,
      /** All that was ever asked, as far as it is known. */
      asking: [...answers.filter((column) => !isUnknown(column)), ...offered],
      all,
      /** Without those that are only there to be chosen. */
      ordered: ordered.map(({ id }) => id),
      /** So many of them are there whatever rows are shown. */
      lasting: ordered.length - answers.length + form.length,
      title: titleColumn(form, first),
      asked: filterColumns([...SYSTEM_COLUMNS], [...answers, ...offered]),
    }
  }, [form, first, older, offered])
  // Which answers there are matters only where columns without any are left out.
  const looked = hidesEmpty ? rows : null
  const table = useMemo(() => {
    const { all, ordered, title } = known
    const answered = () => {
      const some = looked ?? []
      // While rows come and go, what was not asked for may have answers.
      const unknown = scrolls ? all.filter(({ id }) => some.some((row) => !isFieldLoaded(row, id))) : []
      return new Set([...answeredIn(some), ...unknown.map(({ id }) => id)])
    }
    const shown = { all, ordered, title, start, answered }
    return {
      ...visibleColumns({ ...shown, choice: { columns, frozen, hidesEmpty } }),
      usual: visibleColumns({ ...shown, choice: DEFAULT_COLUMNS }).chosen,
    }
  }, [known, looked, scrolls, start, columns, frozen, hidesEmpty])

  // What is empty is known when all of it is there: one part after another.
  const [row] = rows
  useEffect(() => {
    if (!hidesEmpty || scrolls || !row) return
    const chosen = new Set(table.chosen.rest)
    const missing = known.all.filter(
      ({ id, source }) => source !== 'system' && chosen.has(id) && !isFieldLoaded(row, id),
    )
    if (missing.length > 0) ask(missing.slice(0, AT_ONCE).map(({ id }) => id))
  }, [hidesEmpty, scrolls, row, known, table, ask])

  return useMemo(
    () => ({
      ...known,
      table,
      card: cardColumns(table, first),
      sorted: [table.title, ...known.all.filter(({ id }) => id !== table.title.id)],
      /** How many answers a wide form starts with; `null` where it does not. */
      start: columns === null && start && first.length > 0 ? start.length : null,
      looking,
      /** Also offers what former versions of the form asked. */
      lookBack: () => setLookedBack(uid),
    }),
    [known, table, first, columns, start, looking, uid],
  )
}

const isUnknown = ({ source }: SubmissionColumn) => source === 'unknown'

/** Whether columns were chosen that the form does not have. */
function namesFormer(form: ViewColumns['form'], { columns, frozen }: ColumnChoice): boolean {
  if (!columns && !frozen) return false
  const known = new Set([...SYSTEM_COLUMNS, ...form].map(({ id }) => id))
  return [...(columns ?? []), ...(frozen ?? [])].some((run) => typeof run === 'string' && !known.has(run))
}

/** Columns that are looked into together. */
const AT_ONCE = 25
/** So far into a form its first answers are looked for. */
const LOOKED_INTO = 100

interface Start {
  uid: string
  ids: readonly string[]
}

/** With which answers the table of a wide form starts. They stay while one turns the pages. */
function useStart(uid: string, form: ViewColumns['form'], { rows, ask }: LoadedRows): readonly string[] | null {
  const [kept, setKept] = useState<Start | null>(null)
  const known = kept?.uid === uid ? kept.ids : null
  const found = useMemo(
    () => (!known && isWide(form) ? firstAnswered(form, answeredIn(rows)) : known),
    [known, form, rows],
  )
  const [row] = rows
  const missing = useMemo(
    () =>
      known || !found || !row
        ? []
        : form
            .slice(0, LOOKED_INTO)
            .filter(({ id }) => !isFieldLoaded(row, id))
            .slice(0, AT_ONCE),
    [known, found, row, form],
  )
  const isFound = found !== null && row !== undefined && (found.length >= AT_FIRST || missing.length === 0)
  if (isFound && !known) setKept({ uid, ids: found })
  useEffect(() => {
    if (!isFound && missing.length > 0) ask(missing.map(({ id }) => id))
  }, [isFound, missing, ask])
  return found
}

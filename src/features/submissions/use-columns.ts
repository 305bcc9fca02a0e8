import { useMemo, useState } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { formColumns, SYSTEM_COLUMNS, titleColumn, unknownColumns } from './columns.ts'
import { filterColumns } from './filter-tests.ts'
import { allColumns, answeredIn, cardColumns, firstAnswered, isWide, tableColumns } from './table-columns.ts'
import { type ColumnChoice, USUAL_COLUMNS } from './view-state.ts'

export type ViewColumns = ReturnType<typeof useColumns>

/** What of a submission is shown where. */
export function useColumns({ uid, content }: Asset, rows: readonly Submission[], choice: ColumnChoice) {
  const form = useMemo(() => formColumns(content), [content])
  const start = useStart(uid, form, rows)
  const { columns, frozen, hidesEmpty } = choice
  const known = useMemo(() => {
    const answers = [...form, ...unknownColumns(form, rows)]
    const all = allColumns(answers)
    return {
      form,
      all,
      /** So many of them are there whatever rows are shown. */
      lasting: all.length - answers.length + form.length,
      title: titleColumn(form, rows),
      asked: filterColumns([...SYSTEM_COLUMNS], answers),
    }
  }, [form, rows])
  const table = useMemo(() => {
    const { all, title } = known
    const answered = () => answeredIn(rows)
    const shown = { all, title, start, answered }
    return {
      ...tableColumns({ ...shown, choice: { columns, frozen, hidesEmpty } }),
      usual: tableColumns({ ...shown, choice: USUAL_COLUMNS }).chosen,
    }
  }, [known, rows, start, columns, frozen, hidesEmpty])
  return useMemo(
    () => ({
      ...known,
      table,
      card: cardColumns(table, rows),
      sorted: [table.title, ...known.all.filter(({ id }) => id !== table.title.id)],
      /** How many answers a wide form starts with; `null` where it does not. */
      start: columns === null && start ? start.length : null,
    }),
    [known, table, rows, columns, start],
  )
}

/** With which answers the table of a wide form starts. They stay while one turns the pages. */
function useStart(uid: string, form: ViewColumns['form'], rows: readonly Submission[]): readonly string[] | null {
  const [kept, setKept] = useState<{ uid: string; ids: readonly string[] } | null>(null)
  const known = kept?.uid === uid ? kept.ids : null
  const found = useMemo(
    () => (!known && isWide(form) ? firstAnswered(form, answeredIn(rows)) : known),
    [known, form, rows],
  )
  if (found && !known && rows.length > 0) setKept({ uid, ids: found })
  return found
}

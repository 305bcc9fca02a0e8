import { useMemo } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import type { Submission } from '#/api/submissions/schema.ts'
import { cardColumns, formColumns, SYSTEM_COLUMNS, tableColumns, titleColumn, unknownColumns } from './columns.ts'
import { filterColumns } from './filter-tests.ts'

export type ViewColumns = ReturnType<typeof useColumns>

/** What of a submission is shown where. */
export function useColumns({ content }: Asset, rows: readonly Submission[]) {
  const form = useMemo(() => formColumns(content), [content])
  return useMemo(() => {
    const title = titleColumn(form, rows)
    const table = tableColumns([...form, ...unknownColumns(form, rows)], title)
    const asked = filterColumns([...SYSTEM_COLUMNS], [...form, ...unknownColumns(form, rows)])
    return { form, table, card: cardColumns(table, rows), asked, sorted: [...table.frozen, ...table.rest] }
  }, [form, rows])
}

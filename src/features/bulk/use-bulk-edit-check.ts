import { useEffect, useState } from 'react'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { type BulkEditCheck, checkForMany } from './bulk-edit-check.ts'

interface Checked {
  column: QuestionColumn
  value: string
  rows: readonly Submission[]
  check: BulkEditCheck
}

/**
 * What one answer for many would mean. While a new answer is checked, what was said of the one before stays, but
 * `isNewest` is false: nothing is written by it. `null` stands for what is not given yet.
 */
export function useBulkEditCheck(
  column: QuestionColumn | null,
  value: string,
  content: Pick<FormContent, 'survey'>,
  rows: readonly Submission[] | null,
): { check: BulkEditCheck | null; isNewest: boolean } {
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    if (!column || !rows) return undefined
    const stop = new AbortController()
    checkForMany(column, value, { content, rows }, stop.signal).then(
      (check) => !stop.signal.aborted && setChecked({ column, value, rows, check }),
      () => {}, // another answer is checked instead
    )
    return () => stop.abort()
  }, [column, value, content, rows])
  // Taking answers away is said in other words than giving them.
  const isAlike =
    checked !== null && rows !== null && checked.column === column && (checked.value === '') === (value === '')
  return {
    check: isAlike ? checked.check : null,
    isNewest: isAlike && checked.value === value && checked.rows === rows,
  }
}

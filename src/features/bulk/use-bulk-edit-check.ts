import { useEffect, useState } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import type { FormQuestion } from '#/dataset/model/form.ts'
import type { Row } from '#/dataset/model/row.ts'
import { type BulkEditCheck, checkBulkEdit } from './bulk-edit-check.ts'

interface CheckedEdit {
  column: QuestionColumn
  value: string
  rows: readonly Row[]
  check: BulkEditCheck
}

/**
 * Checks a new answer in many submissions. `column` and `rows` are `null` until they are known. While another answer is
 * checked, the last result stays, with `isCurrent: false`: nothing may be written by it.
 */
export function useBulkEditCheck(
  column: QuestionColumn | null,
  value: string,
  questions: readonly FormQuestion[],
  rows: readonly Row[] | null,
): { check: BulkEditCheck | null; isCurrent: boolean } {
  const [checked, setChecked] = useState<CheckedEdit | null>(null)
  useEffect(() => {
    if (!column || !rows) return undefined
    const controller = new AbortController()
    checkBulkEdit(column, value, { questions, rows }, controller.signal).then(
      (check) => !controller.signal.aborted && setChecked({ column, value, rows, check }),
      () => {}, // aborted: another answer is checked
    )
    return () => controller.abort()
  }, [column, value, questions, rows])
  // A result for removing answers is shown with other texts than one for changing them.
  const isComparable =
    checked !== null && rows !== null && checked.column === column && (checked.value === '') === (value === '')
  return {
    check: isComparable ? checked.check : null,
    isCurrent: isComparable && checked.value === value && checked.rows === rows,
  }
}

import { createContext } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'

/** Opens the entries of a repeat group as a table. */
export const OpenRepeatContext = createContext<(column: AnswerColumn, row: Submission) => void>(() => {})

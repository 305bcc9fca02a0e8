import { createContext } from 'react'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'

/** Opens a dialog with the entries of a repeat group. */
export const OpenRepeatContext = createContext<(column: AnswerColumn, row: Row) => void>(() => {})

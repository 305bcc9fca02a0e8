import type { ReactNode } from 'react'
import type { QuestionColumn } from '#/dataset/model/columns.ts'

export interface AnswerInputProps {
  column: QuestionColumn
  /** As the server stores it; `''` for none. */
  value: string
  onChange: (value: string) => void
  label: ReactNode
  error: ReactNode
  disabled?: boolean
}

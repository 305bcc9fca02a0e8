import { createContext } from 'react'
import type { FormContent } from '#/api/kpi/form/schema.ts'

/** The form by which it is told what was not asked; `null` where that cannot be told. */
export const AnswerFormContext = createContext<Pick<FormContent, 'survey'> | null>(null)

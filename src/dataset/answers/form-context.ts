import { createContext } from 'react'
import type { FormQuestion } from '#/dataset/model/form.ts'

/** The form's questions, to evaluate which of them are relevant; `null` if that cannot be known, as answers are missing. */
export const FormQuestionsContext = createContext<readonly FormQuestion[] | null>(null)

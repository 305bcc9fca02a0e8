import type { CheckedForm } from '#/lib/xlsform/check-file/check-bytes.ts'
import { closesGroup, METADATA_TYPES, opensGroup } from '#/lib/xlsform/question-types.ts'

interface FormFacts {
  questions: number
  lists: number
  languages: number
}

/** How large a form is; `null` where KPI would not import it. */
export function formFacts({ form }: Pick<CheckedForm, 'form'>): FormFacts | null {
  if (!form) return null
  const { survey, choices = [], translations = [] } = form.content
  const isQuestion = (type = '') => !closesGroup(type) && !opensGroup(type) && !METADATA_TYPES.has(type)
  return {
    questions: survey.filter(({ type }) => isQuestion(type)).length,
    lists: new Set(choices.map(({ list_name: list }) => list)).size,
    languages: Math.max(1, translations.length),
  }
}

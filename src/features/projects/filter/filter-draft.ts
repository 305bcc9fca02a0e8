import type { ProjectSearch, Range } from '#/api/kpi/assets/project-search.ts'
import { FILTER_FIELDS, type FilterField, withoutFields } from './filter-fields.ts'

/** The filters as they are typed: numbers are texts. */
export interface FilterDraft extends Omit<ProjectSearch, 'questions'> {
  questions: Range<string>
}

export const draftOf = ({ questions = {}, ...search }: ProjectSearch): FilterDraft => ({
  ...search,
  questions: {
    ...(questions.from !== undefined && { from: String(questions.from) }),
    ...(questions.to !== undefined && { to: String(questions.to) }),
  },
})

/** A value of a draft; an empty one is left out. */
export function withValue<Field extends keyof FilterDraft>(
  draft: FilterDraft,
  field: Field,
  value: FilterDraft[Field] | undefined,
): FilterDraft {
  const next = { ...draft }
  if (value === undefined || (Array.isArray(value) && value.length === 0)) delete next[field]
  else next[field] = value
  return next
}

/** What is wrong with a field, as a key under `filter.problem` in the catalogue. */
export type FilterProblem = 'username' | 'days' | 'number' | 'numbers'

const NUMBER = /^\d{1,6}$/
const hasNumber = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** The first field that cannot be applied, and why. */
export function problemOf(draft: FilterDraft): { field: FilterField; problem: FilterProblem } | null {
  if (draft.owner !== undefined && draft.owner.replace('-', '').trim() === '') {
    return { field: 'owner', problem: 'username' }
  }
  for (const field of ['modified', 'created', 'deployed'] as const) {
    const days = draft[field]
    if (!days || 'last' in days || days.from === undefined || days.to === undefined) continue
    if (days.from > days.to) return { field, problem: 'days' }
  }
  const limits = [draft.questions.from, draft.questions.to].filter(hasNumber)
  if (limits.some((limit) => !NUMBER.test(limit.trim()))) return { field: 'questions', problem: 'number' }
  const [from, to] = limits.map(Number)
  return from !== undefined && to !== undefined && from > to ? { field: 'questions', problem: 'numbers' } : null
}

/** The search of a draft without a problem. */
export function searchOf(draft: FilterDraft): ProjectSearch {
  const { questions, ...search } = draft
  const { from, to } = questions
  const empty = FILTER_FIELDS.filter((field) => {
    const value = field === 'questions' ? undefined : search[field]
    return typeof value === 'object' && Object.keys(value).length === 0
  })
  return {
    ...withoutFields(search, empty),
    ...((hasNumber(from) || hasNumber(to)) && {
      questions: { ...(hasNumber(from) && { from: Number(from) }), ...(hasNumber(to) && { to: Number(to) }) },
    }),
  }
}

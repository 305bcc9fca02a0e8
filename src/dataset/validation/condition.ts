import type { FormGroup } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import type { Answers } from '#/dataset/model/values.ts'

/** Where an answer stands: in a submission, and in which entries of its repeat groups, outermost first. */
export interface AnswerPlace {
  content: Pick<FormContent, 'survey'>
  submission: Answers
  entries?: readonly number[]
  now?: Date
  /** Whether the answer is not the stored one: what the form works out from it may be another, too. */
  isEdit?: boolean
}

/** A question or repeat group that has rules. */
export interface RuledItem {
  path: string
  groups: readonly Pick<FormGroup, 'path' | 'isRepeat'>[]
}

/** One of a form's rules, to be evaluated. */
export interface FormCondition {
  expression: string
  item: RuledItem
  /** To the question itself. */
  answer: string
  place: AnswerPlace
}

/** Evaluates a condition; `null`: not to be known here. Rejects only where the signal says so. */
export type Evaluate = (condition: FormCondition, signal?: AbortSignal) => Promise<boolean | null>

/** To the worker: conditions of one form. Each submission is sent once. */
export interface ConditionBatch {
  /** `null`: the same as before. What could not be read of its rows is left out. */
  survey: FormContent['survey'] | null
  submissions: Answers[]
  conditions: (Omit<FormCondition, 'place'> & {
    submission: number
    place: Omit<AnswerPlace, 'content' | 'submission'>
  })[]
}

/** From the worker: it has started, or the next result in the order of the conditions. */
export type ConditionReply = 'ready' | boolean | null

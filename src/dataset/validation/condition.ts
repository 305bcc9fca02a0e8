import type { FormGroup, FormQuestion } from '#/dataset/model/form.ts'
import type { Answers } from '#/dataset/model/values.ts'

/** What the conditions of an answer are evaluated against. */
export interface EvaluationContext {
  /** All questions of the form. */
  questions: readonly FormQuestion[]
  row: Answers
  /** The index of the entry in each repeat group around the answer, outermost first. */
  entryPath?: readonly number[]
  now?: Date
  /** Whether the answer is new: calculations that depend on it are then unknown. */
  isEdit?: boolean
}

/** The question or repeat group that a condition belongs to. */
export interface RuledItem {
  path: string
  groups: readonly Pick<FormGroup, 'path' | 'isRepeat'>[]
}

/** An expression of a form, to be evaluated as a condition. */
export interface FormCondition {
  expression: string
  item: RuledItem
  /** The answer to the question itself. */
  answer: string
  context: EvaluationContext
}

/** Evaluates a condition; `null`: cannot be evaluated. Rejects only if the signal is aborted. */
export type Evaluate = (condition: FormCondition, signal?: AbortSignal) => Promise<boolean | null>

/** Message to the worker: conditions of one form. Each row is sent once. */
export interface ConditionBatch {
  /** `null`: the same as in the previous batch. `unreadable` is always `null`. */
  questions: readonly FormQuestion[] | null
  rows: Answers[]
  conditions: (Omit<FormCondition, 'context'> & {
    /** Its index in `rows`. */
    row: number
    context: Omit<EvaluationContext, 'questions' | 'row'>
  })[]
}

/** Message from the worker: it has started, or the next result, in the order of the conditions. */
export type ConditionReply = 'ready' | boolean | null

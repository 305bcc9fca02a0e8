import { useEffect, useReducer } from 'react'
import type { QuestionColumn, RepeatColumn } from '#/dataset/model/columns.ts'
import type { Answers } from '#/dataset/model/values.ts'
import { allHold, relevanceOf, relevanceOfRepeat } from '#/dataset/validation/check-answer.ts'
import type { EvaluationContext, RuledItem } from '#/dataset/validation/condition.ts'

/** Whether a question or group is relevant; `null`: cannot be evaluated; `undefined`: not evaluated yet. */
export type Relevance = boolean | null | undefined

interface Evaluation {
  result: Relevance
  done: Promise<void>
}

/** Evaluations by row, then by the form's questions, then by item and entries. */
const evaluations = new WeakMap<Answers, WeakMap<object, Map<string, Evaluation>>>()

function evaluationOf(conditions: readonly string[], item: RuledItem, context: EvaluationContext): Evaluation {
  const { questions, row, entryPath = [] } = context
  const byForm = evaluations.get(row) ?? new WeakMap<object, Map<string, Evaluation>>()
  evaluations.set(row, byForm)
  const byItem = byForm.get(questions) ?? new Map<string, Evaluation>()
  byForm.set(questions, byItem)
  const key = JSON.stringify([item.path, entryPath])
  const known = byItem.get(key)
  if (known) return known
  const evaluation: Evaluation = { result: undefined, done: Promise.resolve() }
  evaluation.done = allHold(conditions, item, context).then((result) => void (evaluation.result = result))
  byItem.set(key, evaluation)
  return evaluation
}

function useAllHold(conditions: readonly string[], item: RuledItem, context: EvaluationContext): Relevance {
  const [, rerender] = useReducer((count: number) => count + 1, 0)
  const evaluation = conditions.length === 0 ? null : evaluationOf(conditions, item, context)
  const isPending = evaluation !== null && evaluation.result === undefined
  useEffect(() => {
    if (!evaluation || !isPending) return undefined
    let isUnmounted = false
    void evaluation.done.then(() => !isUnmounted && rerender())
    return () => void (isUnmounted = true)
  }, [evaluation, isPending])
  return evaluation === null ? true : evaluation.result
}

/** Whether a question is relevant for the stored answers. */
export const useRelevance = ({ question }: Pick<QuestionColumn, 'question'>, context: EvaluationContext): Relevance =>
  useAllHold(relevanceOf(question), question, context)

/** Whether a repeat group is relevant for the stored answers. */
export function useRepeatRelevance(column: RepeatColumn, context: EvaluationContext): Relevance {
  const { conditions, item } = relevanceOfRepeat(column)
  return useAllHold(conditions, item, context)
}

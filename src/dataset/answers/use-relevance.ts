import { useEffect, useReducer } from 'react'
import type { QuestionColumn, RepeatColumn } from '#/dataset/model/columns.ts'
import type { Answers } from '#/dataset/model/values.ts'
import { allHold, relevanceOf, relevanceOfRepeat } from '#/dataset/validation/check-answer.ts'
import type { AnswerPlace, RuledItem } from '#/dataset/validation/condition.ts'

/** Whether something is asked; `null`: not to be known; `undefined`: not yet known. */
export type Relevance = boolean | null | undefined

interface Known {
  asked: Relevance
  whenKnown: Promise<void>
}

/** What was worked out of a submission, by the form and by what stands where in it. */
const known = new WeakMap<Answers, WeakMap<object, Map<string, Known>>>()

function knownOf(conditions: readonly string[], item: RuledItem, place: AnswerPlace): Known {
  const { content, submission, entries = [] } = place
  const byForm = known.get(submission) ?? new WeakMap<object, Map<string, Known>>()
  known.set(submission, byForm)
  const byPlace = byForm.get(content.survey) ?? new Map<string, Known>()
  byForm.set(content.survey, byPlace)
  const key = JSON.stringify([item.path, entries])
  const before = byPlace.get(key)
  if (before) return before
  const result: Known = { asked: undefined, whenKnown: Promise.resolve() }
  result.whenKnown = allHold(conditions, item, place).then((asked) => void (result.asked = asked))
  byPlace.set(key, result)
  return result
}

function useKnown(conditions: readonly string[], item: RuledItem, place: AnswerPlace): Relevance {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const result = conditions.length === 0 ? null : knownOf(conditions, item, place)
  const isPending = result !== null && result.asked === undefined
  useEffect(() => {
    if (!result || !isPending) return undefined
    let isGone = false
    void result.whenKnown.then(() => !isGone && redraw())
    return () => void (isGone = true)
  }, [result, isPending])
  return result === null ? true : result.asked
}

/** Whether the form asked a question, as the stored answers stand. */
export const useRelevance = ({ question }: Pick<QuestionColumn, 'question'>, place: AnswerPlace): Relevance =>
  useKnown(relevanceOf(question), question, place)

/** Whether the form asked a repeat group. */
export function useRepeatRelevance(column: RepeatColumn, place: AnswerPlace): Relevance {
  const { conditions, item } = relevanceOfRepeat(column)
  return useKnown(conditions, item, place)
}

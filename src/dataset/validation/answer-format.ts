import type { QuestionColumn } from '#/dataset/model/columns.ts'
import type { FormQuestion } from '#/dataset/model/form.ts'
import { selectedValuesOf, pointOf } from '#/dataset/model/values.ts'
import { daysOf } from '#/lib/xpath/values.ts'

/** Why an answer does not fit the type of its question. The form's own rules are not part of this. */
export type FormatProblem =
  | {
      problem:
        | 'integer'
        | 'decimal'
        | 'date'
        | 'time'
        | 'dateTime'
        | 'point'
        | 'latitude'
        | 'longitude'
        | 'line'
        | 'area'
        | 'acknowledged'
    }
  | { problem: 'range'; from: number; to: number }
  | { problem: 'step'; step: number; from: number }
  | { problem: 'choice' | 'duplicate'; value: string }
  | { problem: 'rank'; count: number }

type CheckedQuestion = Pick<QuestionColumn, 'question' | 'choices'>

const INTEGER = /^[+-]?\d+$/
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/

/** Checks an answer against the type of its question; `null`: it fits, `unchecked`: the type has no check here. */
export function formatProblem(
  { question, choices }: CheckedQuestion,
  answer: string,
): FormatProblem | 'unchecked' | null {
  switch (question.type) {
    case 'integer':
      return INTEGER.test(answer) ? null : { problem: 'integer' }
    case 'decimal':
      return DECIMAL.test(answer) ? null : { problem: 'decimal' }
    case 'range':
      return rangeProblem(question, answer)
    case 'date':
    case 'today':
      return answer.length === 10 && daysOf(answer) ? null : { problem: 'date' }
    case 'time':
      return TIME.test(answer) ? null : { problem: 'time' }
    case 'datetime':
    case 'dateTime':
    case 'start':
    case 'end':
      return daysOf(answer)?.hasTime ? null : { problem: 'dateTime' }
    case 'select_one':
      return choices ? choiceProblem(choices, [answer]) : 'unchecked'
    case 'select_multiple':
      return choices ? choiceProblem(choices, selectedValuesOf(answer)) : 'unchecked'
    case 'rank': {
      if (!choices) return 'unchecked'
      const ranked = selectedValuesOf(answer)
      const problem = choiceProblem(choices, ranked)
      return problem ?? (ranked.length === choices.size ? null : { problem: 'rank', count: choices.size })
    }
    case 'geopoint':
    case 'start-geopoint':
      return pointProblem(answer)
    case 'geotrace': {
      const points = pointsOf(answer)
      return points.length >= 2 && points.every(isPoint) ? null : { problem: 'line' }
    }
    case 'geoshape': {
      const points = pointsOf(answer)
      const isClosed = points.length >= 4 && coordinates(points[0]) === coordinates(points.at(-1))
      return isClosed && points.every(isPoint) ? null : { problem: 'area' }
    }
    case 'acknowledge':
    case 'trigger':
      return answer === 'OK' ? null : { problem: 'acknowledged' }
    case 'text':
    case 'barcode':
    case 'calculate':
    case 'hidden':
    case 'deviceid':
    case 'username':
    case 'phonenumber':
    case 'email':
      return null
    default: // choices from a file, files, unknown types
      return 'unchecked'
  }
}

function choiceProblem(
  choices: NonNullable<QuestionColumn['choices']>,
  values: readonly string[],
): FormatProblem | null {
  const unknown = values.find((value) => !choices.has(value))
  if (unknown !== undefined) return { problem: 'choice', value: unknown }
  const duplicate = values.find((value, index) => values.indexOf(value) !== index)
  return duplicate === undefined ? null : { problem: 'duplicate', value: duplicate }
}

/** The limits and step of a `range` question, from parameters like `start=0 end=10 step=1`, which are the defaults. */
export function numberRangeOf({ rules: { parameters } }: Pick<FormQuestion, 'rules'>) {
  const values = new Map(
    (parameters ?? '').split(/[\s,;]+/).map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  )
  const number = (name: string, fallback: number) => {
    const text = values.get(name)
    return text && DECIMAL.test(text) ? Number(text) : fallback
  }
  const isWhole = !['start', 'end', 'step'].some((name) => values.get(name)?.includes('.'))
  return { from: number('start', 0), to: number('end', 10), step: number('step', 1), isWhole }
}

function rangeProblem(question: FormQuestion, answer: string): FormatProblem | null {
  const { from, to, step, isWhole } = numberRangeOf(question)
  if (!(isWhole ? INTEGER : DECIMAL).test(answer)) return { problem: isWhole ? 'integer' : 'decimal' }
  const value = Number(answer)
  const [min, max] = [Math.min(from, to), Math.max(from, to)]
  if (value < min || value > max) return { problem: 'range', from: min, to: max }
  const steps = (value - from) / Math.abs(step)
  return step !== 0 && Math.abs(steps - Math.round(steps)) > 1e-9 ? { problem: 'step', step, from } : null
}

const pointsOf = (answer: string) =>
  answer
    .split(';')
    .map((point) => point.trim())
    .filter(Boolean)

const coordinates = (point = '') => point.split(/\s+/).slice(0, 2).map(Number).join(' ')

/** Checks "lat lon", "lat lon alt" or "lat lon alt acc". */
function pointProblem(point: string): FormatProblem | null {
  const parts = point.trim().split(/\s+/)
  const parsed = pointOf(point)
  if (!parsed || parts.length > 4 || !parts.every((part) => DECIMAL.test(part))) return { problem: 'point' }
  if (Math.abs(Number(parsed.latitude)) > 90) return { problem: 'latitude' }
  return Math.abs(Number(parsed.longitude)) > 180 ? { problem: 'longitude' } : null
}

const isPoint = (point: string) => pointProblem(point) === null

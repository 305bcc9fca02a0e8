import type { FormQuestion } from '#/api/kpi/form/questions.ts'
import type { QuestionColumn } from '#/dataset/model/columns.ts'
import { chosenOf, pointOf } from '#/dataset/model/values.ts'
import { daysOf } from '#/lib/xpath/values.ts'

/** Why an answer is none to its question, whatever the form's own rules say. */
export type FormatProblem =
  | {
      problem:
        | 'integer'
        | 'decimal'
        | 'date'
        | 'time'
        | 'dateTime'
        | 'place'
        | 'latitude'
        | 'longitude'
        | 'line'
        | 'area'
        | 'acknowledged'
    }
  | { problem: 'range'; from: number; to: number }
  | { problem: 'step'; step: number; from: number }
  | { problem: 'choice' | 'twice'; value: string }
  | { problem: 'rank'; count: number }

type Asked = Pick<QuestionColumn, 'question' | 'choices'>

const INTEGER = /^[+-]?\d+$/
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/

/** Whether an answer is what its question's type asks for. `unchecked`: we do not know what that is. */
export function formatProblem({ question, choices }: Asked, answer: string): FormatProblem | 'unchecked' | null {
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
      return choices ? choiceProblem(choices, chosenOf(answer)) : 'unchecked'
    case 'rank': {
      if (!choices) return 'unchecked'
      const ranked = chosenOf(answer)
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
      const isClosed = points.length >= 4 && corner(points[0]) === corner(points.at(-1))
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
    default: // choices out of a file, files themselves, what is newer than this
      return 'unchecked'
  }
}

function choiceProblem(
  choices: NonNullable<QuestionColumn['choices']>,
  chosen: readonly string[],
): FormatProblem | null {
  const unknown = chosen.find((value) => !choices.has(value))
  if (unknown !== undefined) return { problem: 'choice', value: unknown }
  const twice = chosen.find((value, index) => chosen.indexOf(value) !== index)
  return twice === undefined ? null : { problem: 'twice', value: twice }
}

/** `start=0 end=10 step=1`; these are the numbers where it says nothing. */
export function numberRangeOf({ rules: { parameters } }: Pick<FormQuestion, 'rules'>) {
  const said = new Map(
    (parameters ?? '').split(/[\s,;]+/).map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  )
  const number = (name: string, otherwise: number) => {
    const text = said.get(name)
    return text && DECIMAL.test(text) ? Number(text) : otherwise
  }
  const isWhole = !['start', 'end', 'step'].some((name) => said.get(name)?.includes('.'))
  return { from: number('start', 0), to: number('end', 10), step: number('step', 1), isWhole }
}

function rangeProblem(question: FormQuestion, answer: string): FormatProblem | null {
  const { from, to, step, isWhole } = numberRangeOf(question)
  if (!(isWhole ? INTEGER : DECIMAL).test(answer)) return { problem: isWhole ? 'integer' : 'decimal' }
  const value = Number(answer)
  const [least, most] = [Math.min(from, to), Math.max(from, to)]
  if (value < least || value > most) return { problem: 'range', from: least, to: most }
  const steps = (value - from) / Math.abs(step)
  return step !== 0 && Math.abs(steps - Math.round(steps)) > 1e-9 ? { problem: 'step', step, from } : null
}

const pointsOf = (answer: string) =>
  answer
    .split(';')
    .map((point) => point.trim())
    .filter(Boolean)

const corner = (point = '') => point.split(/\s+/).slice(0, 2).map(Number).join(' ')

/** Of "lat lon", "lat lon alt" or "lat lon alt acc". */
function pointProblem(point: string): FormatProblem | null {
  const parts = point.trim().split(/\s+/)
  const place = pointOf(point)
  if (!place || parts.length > 4 || !parts.every((part) => DECIMAL.test(part))) return { problem: 'place' }
  if (Math.abs(Number(place.latitude)) > 90) return { problem: 'latitude' }
  return Math.abs(Number(place.longitude)) > 180 ? { problem: 'longitude' } : null
}

const isPoint = (point: string) => pointProblem(point) === null

import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { type Form, type FormQuestion, withOtherQuestions } from '#/dataset/model/form.ts'
import { hasAnswer, type QuestionKind, questionKind } from '#/dataset/model/question-kind.ts'
import { type Days, daysOf } from '#/dataset/query/filter-days.ts'
import { dayText } from '#/lib/time/local-day.ts'
import { ANY_TEXT, type Condition, type RowFilter, type Test } from '#/dataset/query/filter.ts'
import { numberPattern, toDecimal } from '#/lib/number-pattern.ts'
import { momentQuery, textsBetween } from './moment-query.ts'

/** Matches no submission. An empty `$in` is valid in MongoDB; an empty `$or` is not, and KPI responds with 400. */
const NOTHING: MongoQuery = { _id: { $in: [] } }

/**
 * A query for the submissions that match a filter; `undefined`: all. A condition on a question inside a repeat group is met
 * if one of the entries meets it. `now` decides what "today" is.
 */
export function toMongoQuery(
  filter: RowFilter,
  form: Pick<Form, 'questions'>,
  now = new Date(),
): MongoQuery | undefined {
  if (filter.unreadable !== undefined) return NOTHING
  const questions = new Map(withOtherQuestions(form.questions).map((question) => [question.path, question]))
  const queryOf = (condition: Condition) => conditionQuery(condition, questions, now)
  const queries = filter.parts.map((part) =>
    'conditions' in part ? combine(part.join, part.conditions.map(queryOf)) : queryOf(part),
  )
  return queries.length === 0 ? undefined : combine(filter.join, queries)
}

function combine(join: 'and' | 'or', queries: MongoQuery[]): MongoQuery {
  const [first = NOTHING, ...rest] = queries
  return rest.length === 0 ? first : { [`$${join}`]: queries }
}

type Questions = ReadonlyMap<string, FormQuestion>

function conditionQuery({ field, test }: Condition, questions: Questions, now: Date): MongoQuery {
  if (field === '_id') return test.op === 'is' ? idQuery(test.text) : NOTHING
  if (field === ANY_TEXT) {
    const texts = [...questions.values()].filter(({ type }) => isTextType(type))
    return combine(
      'or',
      texts.map(({ path }) => conditionQuery({ field: path, test }, questions, now)),
    )
  }
  const question = questions.get(field)
  const repeats = question?.groups.filter(({ isRepeat }) => isRepeat).map(({ path }) => path) ?? []
  // Without a kind (a question of an older form) the query has to match a single choice as well as several.
  const inner = testQuery({ key: field, test, kind: question && questionKind(question.type), now })
  return repeats.toReversed().reduce((query, path) => ({ [path]: { $elemMatch: query } }), inner)
}

const isTextType = (type: string) => hasAnswer(type) && questionKind(type) === 'text'

interface TestQueryOptions {
  key: string
  test: Test
  kind: QuestionKind | undefined
  now: Date
}

/** The query for one value: of a submission, or of an entry of a repeat group. */
function testQuery({ key, test, kind, now }: TestQueryOptions): MongoQuery {
  switch (test.op) {
    case 'contains':
      return { [key]: containing(test.text) }
    case 'notContains':
      return { [key]: { $not: containing(test.text) } }
    case 'startsWith':
      return { [key]: { $regex: `^${escaped(test.text)}`, $options: 'i' } }
    case 'is':
      return { [key]: isNumber(kind, test.text) ? { $regex: numberPattern(test.text, test.text) } : test.text }
    case 'isNot':
      return {
        [key]: isNumber(kind, test.text)
          ? { $not: { $regex: numberPattern(test.text, test.text) } }
          : { $ne: test.text },
      }
    case 'oneOf':
      return { [key]: hasSeveral(kind) ? { $regex: anyChoice(test.values) } : { $in: test.values } }
    case 'noneOf':
      return { [key]: hasSeveral(kind) ? { $not: { $regex: anyChoice(test.values) } } : { $nin: test.values } }
    case 'allOf':
      return combine(
        'and',
        test.values.map((value) => ({ [key]: { $regex: anyChoice([value]) } })),
      )
    case 'blank':
      return { $or: [{ [key]: { $exists: false } }, { [key]: '' }] }
    case 'answered':
      return { $and: [{ [key]: { $exists: true } }, { [key]: { $ne: '' } }] }
    case 'number':
      return { [key]: { $regex: numberPattern(test.from, test.to) } }
    case 'atLeast':
      return { [key]: { $regex: numberPattern(test.number, null) } }
    case 'moreThan':
      return { [key]: { $regex: numberPattern(test.number, null, test.number) } }
    case 'atMost':
      return { [key]: { $regex: numberPattern(null, test.number) } }
    case 'lessThan':
      return { [key]: { $regex: numberPattern(null, test.number, test.number) } }
    case 'person':
      return { [key]: { $in: test.names } }
    case 'status':
      return statusQuery(test.verdicts)
    default:
      return dayQuery(key, kind, daysOf(test, now))
  }
}

const containing = (text: string) => ({ $regex: escaped(text), $options: 'i' })

/** Whether the number is compared by its value: `7.0` is 7. */
const isNumber = (kind: QuestionKind | undefined, text: string) => kind === 'number' && toDecimal(text) !== null

const hasSeveral = (kind: QuestionKind | undefined) => kind === undefined || kind === 'selectMultiple'

/** The answer to a select_multiple question is one text, with spaces between the choices [0727]. */
const anyChoice = (values: readonly string[]) => `(^| )(${values.map(escaped).join('|')})( |$)`

/** `_id` is the only value that the server stores as a number [2159]. */
const idQuery = (text: string): MongoQuery => (/^\d{1,15}$/.test(text) ? { _id: Number(text) } : NOTHING)

const SUBMITTED = '_submission_time'
const STATUS_UID = '_validation_status.uid'

/** `null`: without a status. Then the submission has no `uid` there [0812]. */
function statusQuery(statuses: readonly (string | null)[]): MongoQuery {
  const named = { [STATUS_UID]: { $in: statuses.filter((status) => status !== null) } }
  return statuses.includes(null) ? { $or: [{ [STATUS_UID]: { $exists: false } }, named] } : named
}

/** Days are in the time zone of this device, like the dates of the table. */
function dayQuery(key: string, kind: QuestionKind | undefined, days: Days | null): MongoQuery {
  if (days === null) return NOTHING
  if (key === SUBMITTED) return { [key]: textsBetween(days, utcText) }
  // A date is the same in every time zone. An answer of unknown kind may be a date-time.
  return kind === 'date' ? { [key]: textsBetween(days, dayText) } : momentQuery(key, days)
}

/** `_submission_time` is in UTC, without a `Z`. */
const utcText = (moment: Date) => moment.toISOString().slice(0, 19)

/** Escapes text for a regular expression. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/**
 * The longest filter on all text questions, as it stands in an address. With a list of fields the address stays below the 16 kB
 * of KoboToolbox's nginx.
 */
const MAX_SEARCH_LENGTH = 6500

/** Whether a text can be searched in all text questions of a form: there are some, and few enough for one address. */
export function canSearchTexts(form: Pick<Form, 'questions'>, text: string): boolean {
  const questions = withOtherQuestions(form.questions).filter(({ type }) => isTextType(type))
  if (questions.length === 0) return false
  const query = toMongoQuery({ join: 'and', parts: [{ field: ANY_TEXT, test: { op: 'contains', text } }] }, form)
  return encodeURIComponent(JSON.stringify(query)).length <= MAX_SEARCH_LENGTH
}

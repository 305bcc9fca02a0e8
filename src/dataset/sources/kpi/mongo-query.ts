import { type QuestionKind, questionKind } from '#/api/kpi/form/question-kind.ts'
import { type FormQuestion, questionsOf, withOthers } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { type MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import type { Condition, SubmissionFilter, Test } from '#/dataset/query/filter.ts'
import { dayText, momentQuery, textsBetween } from '#/dataset/sources/kpi/moment-query.ts'
import { numberPattern } from '#/lib/number-pattern.ts'

/** Finds no submission. Without values MongoDB's `$in` is right, and an empty `$or` is not: that is a 400. */
const NOTHING: MongoQuery = { _id: { $in: [] } }

/**
 * The query that finds what a filter describes, or `undefined` for all. Answers inside repeat groups are looked for in
 * every entry: one that fits is enough.
 */
export function toDataQuery(filter: SubmissionFilter, content: Pick<FormContent, 'survey'>): MongoQuery | undefined {
  if (filter.unreadable !== undefined) return NOTHING
  const questions = new Map(withOthers(questionsOf(content)).map((question) => [question.path, question]))
  const queries = filter.parts.map((part) =>
    'conditions' in part
      ? joined(
          part.join,
          part.conditions.map((condition) => one(condition, questions)),
        )
      : one(part, questions),
  )
  return queries.length === 0 ? undefined : joined(filter.join, queries)
}

function joined(join: 'and' | 'or', queries: MongoQuery[]): MongoQuery {
  const [first = NOTHING, ...rest] = queries
  return rest.length === 0 ? first : { [`$${join}`]: queries }
}

function one({ field, test }: Condition, questions: ReadonlyMap<string, FormQuestion>): MongoQuery {
  if (field === '_id') return test.op === 'is' ? isNumber(test.text) : NOTHING
  const question = questions.get(field)
  const repeats = question?.groups.filter(({ isRepeat }) => isRepeat).map(({ path }) => path) ?? []
  // A question of an older form may have had several answers: they are looked for in a way that fits both.
  const inner = meets(field, test, question && questionKind(question.type))
  return repeats.toReversed().reduce((query, path) => ({ [path]: { $elemMatch: query } }), inner)
}

/** What one record must be like. */
function meets(key: string, test: Test, kind: QuestionKind | undefined): MongoQuery {
  switch (test.op) {
    case 'contains':
      return { [key]: { $regex: escaped(test.text), $options: 'i' } }
    case 'is':
      return { [key]: test.text }
    case 'oneOf':
      // Several answers stand in one text, with spaces between [0727].
      if (kind === undefined || kind === 'several')
        return { [key]: { $regex: `(^| )(${test.values.map(escaped).join('|')})( |$)` } }
      return { [key]: { $in: test.values } }
    case 'blank':
      return { $or: [{ [key]: { $exists: false } }, { [key]: '' }] }
    case 'answered':
      return { $and: [{ [key]: { $exists: true } }, { [key]: { $ne: '' } }] }
    case 'number':
      return { [key]: { $regex: numberPattern(test.from, test.to) } }
    case 'day':
      return onDays(key, kind, test)
    case 'person':
      return { [key]: { $in: test.names } }
    case 'status':
      return eitherStatus(test.verdicts)
  }
}

/** The number of a submission is the only answer that the server holds as a number [2159]. */
const isNumber = (text: string): MongoQuery => (/^\d{1,15}$/.test(text) ? { _id: Number(text) } : NOTHING)

const SUBMITTED = '_submission_time'
const VERDICT = '_validation_status.uid'

/** A submission without a status has no `uid` there [0812]. */
function eitherStatus(verdicts: readonly (string | null)[]): MongoQuery {
  const named = { [VERDICT]: { $in: verdicts.filter((verdict) => verdict !== null) } }
  return verdicts.includes(null) ? { $or: [{ [VERDICT]: { $exists: false } }, named] } : named
}

/** Answers on the reader's days, as the table shows them. */
function onDays(key: string, kind: QuestionKind | undefined, days: Extract<Test, { op: 'day' }>): MongoQuery {
  if (key === SUBMITTED) return { [key]: textsBetween(days, utcText) }
  // A date is that day everywhere. What is not known to be one may be a date-time.
  return kind === 'date' ? { [key]: textsBetween(days, dayText) } : momentQuery(key, days)
}

/** Times of submission are in UTC, without saying so. */
const utcText = (moment: Date) => moment.toISOString().slice(0, 19)

/** Typed text is text: no letter of it means anything in a pattern. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

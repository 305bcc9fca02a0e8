import type { FormContent } from '../../form/schema.ts'
import { questionKind } from '../../form/question-kind.ts'
import { type FormQuestion, questionsOf, withOthers } from '../../form/questions.ts'
import type { Condition, SubmissionFilter, Test } from './filter.ts'
import { numberPattern } from './number-pattern.ts'

/** As `data/?query=` takes it: MongoDB's query language [0720-0733]. */
export type DataQuery = Record<string, unknown>

/** Finds no submission. Without values MongoDB's `$in` is right, and an empty `$or` is not: that is a 400. */
const NOTHING: DataQuery = { _id: { $in: [] } }

/**
 * The query that finds what a filter describes, or `undefined` for all. Answers inside repeat groups are looked for in
 * every entry: one that fits is enough.
 */
export function toDataQuery(filter: SubmissionFilter, content: Pick<FormContent, 'survey'>): DataQuery | undefined {
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

function joined(join: 'and' | 'or', queries: DataQuery[]): DataQuery {
  const [first = NOTHING, ...rest] = queries
  return rest.length === 0 ? first : { [`$${join}`]: queries }
}

function one({ field, test }: Condition, questions: ReadonlyMap<string, FormQuestion>): DataQuery {
  if (field === '_id') return test.op === 'is' ? isNumber(test.text) : NOTHING
  const question = questions.get(field)
  const repeats = question?.groups.filter(({ isRepeat }) => isRepeat).map(({ path }) => path) ?? []
  // A question of an older form may have had several answers: they are looked for in a way that fits both.
  const inner = meets(field, test, !question || questionKind(question.type) === 'several')
  return repeats.toReversed().reduce((query, path) => ({ [path]: { $elemMatch: query } }), inner)
}

/** What one record must be like. */
function meets(key: string, test: Test, isSeveral: boolean): DataQuery {
  switch (test.op) {
    case 'contains':
      return { [key]: { $regex: escaped(test.text), $options: 'i' } }
    case 'is':
      return { [key]: test.text }
    case 'oneOf':
      // Several answers stand in one text, with spaces between [0727].
      if (isSeveral) return { [key]: { $regex: `(^| )(${test.values.map(escaped).join('|')})( |$)` } }
      return { [key]: { $in: test.values } }
    case 'blank':
      return { $or: [{ [key]: { $exists: false } }, { [key]: '' }] }
    case 'answered':
      return { $and: [{ [key]: { $exists: true } }, { [key]: { $ne: '' } }] }
    case 'number':
      return { [key]: { $regex: numberPattern(test.from, test.to) } }
    case 'day':
      return { [key]: between(key === SUBMITTED ? utc : asWritten, test) }
    case 'person':
      return { [key]: { $in: test.names } }
    case 'status':
      return eitherStatus(test.verdicts)
  }
}

/** The number of a submission is the only answer that the server holds as a number [2159]. */
const isNumber = (text: string): DataQuery => (/^\d{1,15}$/.test(text) ? { _id: Number(text) } : NOTHING)

const SUBMITTED = '_submission_time'
const VERDICT = '_validation_status.uid'

/** A submission without a status has no `uid` there [0812]. */
function eitherStatus(verdicts: readonly (string | null)[]): DataQuery {
  const named = { [VERDICT]: { $in: verdicts.filter((verdict) => verdict !== null) } }
  return verdicts.includes(null) ? { $or: [{ [VERDICT]: { $exists: false } }, named] } : named
}

/** Dates compare as texts: answers begin with the day, and go on with what is above it. */
function between(start: (day: Date) => string, { from, to }: { from: string | null; to: string | null }): DataQuery {
  return {
    ...(from !== null && { $gte: start(localDay(from)) }),
    ...(to !== null && { $lt: start(localDay(to, 1)) }),
  }
}

/** Midnight of the reader's day. */
function localDay(text: string, later = 0): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(year, month - 1, day + later)
}

/** Times of submission are in UTC, without saying so. */
const utc = (day: Date) => day.toISOString().slice(0, 19)

/** Answers are in the device's own time: what stands there counts. */
const asWritten = (day: Date) =>
  `${String(day.getFullYear()).padStart(4, '0')}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`

/** Typed text is text: no letter of it means anything in a pattern. */
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

import * as z from 'zod/mini'
import { Verdict } from '#/api/kpi/submissions/schema.ts'
import { toDecimal } from '#/lib/number-pattern.ts'

const Text = z.string().check(z.minLength(1))
/** As the server holds numbers, whatever the reader's way to write them: `-2.5`. */
const NumberText = z.string().check(z.refine((text) => toDecimal(text) !== null))
const Day = z.string().check(z.refine(isDay))

/** What is asked of one answer. */
export const Test = z.union([
  /** Small and capital letters alike. */
  z.strictObject({ op: z.literal('contains'), text: Text }),
  z.strictObject({ op: z.literal('is'), text: Text }),
  /** One of several choices, by their values; for questions with several answers any of them. */
  z.strictObject({ op: z.literal('oneOf'), values: z.array(Text).check(z.minLength(1)) }),
  z.strictObject({ op: z.literal('blank') }),
  z.strictObject({ op: z.literal('answered') }),
  /** Both limits included; `null` leaves a side open. */
  z.strictObject({ op: z.literal('number'), from: z.nullable(NumberText), to: z.nullable(NumberText) }),
  /** Whole days of the reader, `2026-11-20`, both included. */
  z.strictObject({ op: z.literal('day'), from: z.nullable(Day), to: z.nullable(Day) }),
  /** `null` stands for those sent without signing in. */
  z.strictObject({ op: z.literal('person'), names: z.array(z.nullable(Text)).check(z.minLength(1)) }),
  /** `null` stands for none yet. */
  z.strictObject({ op: z.literal('status'), verdicts: z.array(z.nullable(Verdict)).check(z.minLength(1)) }),
])
export type Test = z.output<typeof Test>

/** What may be asked of a column of the server's own. The other columns are asked about by the other tests. */
const SYSTEM_TESTS = new Map<string, Test['op']>([
  ['_id', 'is'],
  ['_submission_time', 'day'],
  ['_submitted_by', 'person'],
  ['_validation_status', 'status'],
])
const isOfSystem = (op: Test['op']) => op === 'person' || op === 'status'

/** One line of a filter: a question, by the key of its answer, and what is asked of it. */
export const Condition = z
  // No key has a `$`: the server would take it for an operator.
  .strictObject({ field: z.string().check(z.regex(/^[^$]+$/)), test: Test })
  .check(z.refine(({ field, test }) => isAskable(field, test)))
export type Condition = z.output<typeof Condition>

const Joined = { join: z.enum(['and', 'or']) }
export const ConditionGroup = z.strictObject({ ...Joined, conditions: z.array(Condition).check(z.minLength(1)) })
export type ConditionGroup = z.output<typeof ConditionGroup>

/** A filter as it stands in an address: strict, since whatever it finds may be deleted. */
export const WrittenFilter = z.strictObject({
  ...Joined,
  parts: z.array(z.union([Condition, ConditionGroup])).check(z.minLength(1)),
})

/** Which submissions are looked for: conditions, and groups of them, two levels deep. Empty: all. */
export interface SubmissionFilter extends z.output<typeof WrittenFilter> {
  /** The text of a filter that could not be read: it finds nothing. */
  unreadable?: string
}

export const NO_FILTER: SubmissionFilter = { join: 'and', parts: [] }

function isAskable(field: string, test: Test): boolean {
  const system = SYSTEM_TESTS.get(field)
  if (system ? system !== test.op : isOfSystem(test.op)) return false
  if (field === '_id') return test.op === 'is' && /^\d{1,15}$/.test(test.text)
  if (test.op !== 'number' && test.op !== 'day') return true
  if (test.from === null || test.to === null) return test.from !== test.to
  return test.op === 'number' || test.from <= test.to
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

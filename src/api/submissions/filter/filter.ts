import * as z from 'zod/mini'
import { Verdict } from '../schema.ts'
import { toDecimal } from './number-pattern.ts'

const NumberText = z.string().check(z.refine((text) => toDecimal(text) !== null))
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

/** What is asked of one answer. Texts are as the person typed them. */
export const Test = z.discriminatedUnion('op', [
  /** Small and capital letters alike. */
  z.object({ op: z.literal('contains'), text: z.string() }),
  z.object({ op: z.literal('is'), text: z.string() }),
  /** One of several choices, by their values; for questions with several answers any of them. */
  z.object({ op: z.literal('oneOf'), values: z.array(z.string()) }),
  z.object({ op: z.literal('blank') }),
  z.object({ op: z.literal('answered') }),
  /** Both limits included; `null` leaves a side open. */
  z.object({ op: z.literal('number'), from: z.nullable(NumberText), to: z.nullable(NumberText) }),
  /** Whole days, `2026-11-20`, both included. */
  z.object({ op: z.literal('day'), from: z.nullable(Day), to: z.nullable(Day) }),
  /** `null` stands for those sent without signing in. */
  z.object({ op: z.literal('person'), names: z.array(z.nullable(z.string())) }),
  /** `null` stands for none yet. */
  z.object({ op: z.literal('status'), verdicts: z.array(z.nullable(Verdict)) }),
])
export type Test = z.output<typeof Test>

/** One line of a filter: a question, by the key of its answer, and what is asked of it. */
export const Condition = z.object({ field: z.string(), test: Test })
export type Condition = z.output<typeof Condition>

const Joined = { join: z.enum(['and', 'or']) }
export const ConditionGroup = z.object({ ...Joined, conditions: z.array(Condition) })
export type ConditionGroup = z.output<typeof ConditionGroup>

/** Which submissions are looked for: conditions, and groups of them, two levels deep. Empty: all. */
export const SubmissionFilter = z.object({ ...Joined, parts: z.array(z.union([Condition, ConditionGroup])) })
export type SubmissionFilter = z.output<typeof SubmissionFilter>

export const NO_FILTER: SubmissionFilter = { join: 'and', parts: [] }

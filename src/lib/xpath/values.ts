import { NotEvaluated } from './parse.ts'

/** A date or date and time, as days since 1970 in local time, so that dates are whole numbers in summer time, too. */
export class Days {
  readonly days: number
  readonly hasTime: boolean
  constructor(days: number, hasTime: boolean) {
    this.days = days
    this.hasTime = hasTime
  }
}

/** A node set: the texts at a path of the submission, several within repeat groups. */
export class Nodes {
  readonly texts: readonly string[]
  constructor(texts: readonly string[]) {
    this.texts = texts
  }
}

export type Value = number | string | boolean | Days | Nodes

/** The context in which an expression is evaluated. */
export interface Scope {
  /** The answers to the question with that name. @throws NotEvaluated if no question, or several, have it. */
  question: (name: string) => Nodes
  /** The answers at an absolute path. @throws NotEvaluated if the form has nothing there. */
  at: (path: readonly string[]) => Nodes
  /** Path of the question that the expression belongs to. */
  path: readonly string[]
  /** Its answer. */
  self: string
  /** The index of the entry in the repeat group at that path, from 1. @throws NotEvaluated if it is in none. */
  position: (path: readonly string[]) => number
  now: Date
}

/** Resolves steps relative to a path; `..` is the parent. @throws NotEvaluated above the root. */
export function stepsFrom(from: readonly string[], steps: readonly string[]): string[] {
  const path = [...from]
  for (const step of steps) {
    if (step !== '..') path.push(step)
    else if (path.pop() === undefined) throw new NotEvaluated('above the root')
  }
  return path
}

const DAY = 86_400_000
const DATE = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Parses an ISO 8601 date or date and time; `null` if it is neither. */
export function daysOf(text: string): Days | null {
  const [, year, month, day, time, zone] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  if (time === undefined) return new Days(midnight / DAY, false)
  const date = new Date(zone === undefined ? `${text}Z` : text)
  if (Number.isNaN(date.getTime())) return null
  return new Days(zone === undefined ? date.getTime() / DAY : localDaysOf(date), true)
}

const localDaysOf = (date: Date) => (date.getTime() - date.getTimezoneOffset() * 60_000) / DAY

export const nowOf = (date: Date) => new Days(localDaysOf(date), true)
export const todayOf = (date: Date) => new Days(Math.floor(localDaysOf(date)), false)

/** `2026-02-22`, or `2026-02-22T15:30:00.000`. */
export const isoOf = ({ days, hasTime }: Days) =>
  new Date(Math.round(days * DAY)).toISOString().slice(0, hasTime ? 23 : 10)

/** The text of a node set with at most one node. */
function singleText({ texts }: Nodes): string {
  const [first, second] = texts
  if (second !== undefined) throw new NotEvaluated('more than one node')
  return first ?? ''
}

export function toText(value: Value): string {
  if (value instanceof Nodes) return singleText(value)
  if (value instanceof Days) return isoOf(value)
  return String(value)
}

export function toNumber(value: Value): number {
  if (value instanceof Days) return value.days
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  const text = toText(value).trim()
  if (/^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  return daysOf(text)?.days ?? NaN
}

/** @throws NotEvaluated for nodes and dates: the web form and KoboCollect disagree on blank answers. */
export function toBoolean(value: Value): boolean {
  if (value instanceof Nodes || value instanceof Days) throw new NotEvaluated('not a condition')
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value)
}

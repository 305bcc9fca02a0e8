import { NotEvaluated } from './parse.ts'

/** A day or a moment: days since 1970 by the reader's clock, so that days are whole numbers in summer time, too. */
export class Days {
  readonly days: number
  readonly hasTime: boolean
  constructor(days: number, hasTime: boolean) {
    this.days = days
    this.hasTime = hasTime
  }
}

/** What stands in the submission at a path: one text for each place where it stands. */
export class Nodes {
  readonly texts: readonly string[]
  constructor(texts: readonly string[]) {
    this.texts = texts
  }
}

export type Value = number | string | boolean | Days | Nodes

/** Where an expression stands, and what it may ask about. */
export interface Scope {
  /** The answers to the question of that name. @throws NotEvaluated where there is none, or several. */
  question: (name: string) => Nodes
  /** What stands at a path from the root. @throws NotEvaluated where the form has nothing there. */
  at: (path: readonly string[]) => Nodes
  /** The path of the question itself, and its answer. */
  path: readonly string[]
  self: string
  /** Which entry of the repeat group at that path it stands in, from 1. @throws NotEvaluated where it is in none. */
  position: (path: readonly string[]) => number
  now: Date
}

/** A path from another, by its steps: `..` leads out. */
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

/** The days of a date or moment in ISO 8601; `null` where it is none. */
export function daysOf(text: string): Days | null {
  const [, year, month, day, time, zone] = DATE.exec(text) ?? []
  if (year === undefined) return null
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day))
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  if (time === undefined) return new Days(midnight / DAY, false)
  const moment = new Date(zone === undefined ? `${text}Z` : text)
  if (Number.isNaN(moment.getTime())) return null
  return new Days(zone === undefined ? moment.getTime() / DAY : onTheClock(moment), true)
}

const onTheClock = (moment: Date) => (moment.getTime() - moment.getTimezoneOffset() * 60_000) / DAY

export const nowOf = (moment: Date) => new Days(onTheClock(moment), true)
export const todayOf = (moment: Date) => new Days(Math.floor(onTheClock(moment)), false)

/** `2026-02-22`, with the time where there is one. */
export const isoOf = ({ days, hasTime }: Days) =>
  new Date(Math.round(days * DAY)).toISOString().slice(0, hasTime ? 23 : 10)

/** Several places have no one text. */
function only({ texts }: Nodes): string {
  const [first, second] = texts
  if (second !== undefined) throw new NotEvaluated('several answers where one is meant')
  return first ?? ''
}

export function toText(value: Value): string {
  if (value instanceof Nodes) return only(value)
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

/** Web form and phone differ on whether a question that is there without an answer is true. */
export function toBoolean(value: Value): boolean {
  if (value instanceof Nodes || value instanceof Days) throw new NotEvaluated('an answer where a condition is meant')
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value)
}

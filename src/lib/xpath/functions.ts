import { matchesPattern } from './java-pattern.ts'
import { type Expression, NotEvaluated } from './parse.ts'
import {
  Days,
  daysOf,
  isoOf,
  Nodes,
  nowOf,
  type Scope,
  stepsFrom,
  toBoolean,
  todayOf,
  toNumber,
  toText,
  type Value,
} from './values.ts'

type Call = Extract<Expression, { kind: 'call' }>
type Evaluate = (expression: Expression) => Value

/** Calls a function of XPath 1.0 or OpenRosa. @throws NotEvaluated for functions that are not supported. */
export function callFunction({ name, args }: Call, scope: Scope, evaluate: Evaluate): Value {
  const values = () => args.map(evaluate)
  const lazy = LAZY[name]
  if (Object.hasOwn(LAZY, name) && lazy) return lazy(args, evaluate, scope)
  const eager = EAGER[name]
  if (!Object.hasOwn(EAGER, name) || !eager) throw new NotEvaluated(name)
  return eager(values(), scope)
}

function argument<Each>(args: readonly Each[], index: number): Each {
  const value = args[index]
  if (value === undefined) throw new NotEvaluated('an argument is missing')
  return value
}

/** Functions that do not evaluate all their arguments. */
const LAZY: Record<string, (args: readonly Expression[], of: Evaluate, scope: Scope) => Value> = {
  if: (args, of) => of(argument(args, toBoolean(of(argument(args, 0))) ? 1 : 2)),
  coalesce: (args, of) => {
    for (const each of args) {
      const text = toText(of(each))
      if (text !== '') return text
    }
    return ''
  },
  position: (args, _of, scope) => {
    const group = argument(args, 0)
    if (group.kind !== 'path' || group.isAbsolute) throw new NotEvaluated('position')
    return scope.position(stepsFrom(scope.path, group.steps))
  },
}

type EagerFunction = (args: readonly Value[], scope: Scope) => Value

const tokens = (value: Value) => toText(value).split(/\s+/).filter(Boolean)

const numbers = (args: readonly Value[]) =>
  args.flatMap((each) => (each instanceof Nodes ? each.texts.map(toNumber) : [toNumber(each)]))

/** A function from a number to a number. */
const ofNumber =
  (calculate: (number: number) => number): EagerFunction =>
  (args) =>
    calculate(toNumber(argument(args, 0)))

/** A function of one or two texts. */
const ofTexts =
  (result: (text: string, other: string) => Value): EagerFunction =>
  (args) =>
    result(toText(argument(args, 0)), toText(argument(args, 1)))

const nodesOf = (value: Value) => {
  if (value instanceof Nodes) return value.texts
  throw new NotEvaluated('not a node set')
}

function round(value: number, digits: number): number {
  const scale = 10 ** Math.trunc(digits)
  return Math.round(value * scale) / scale
}

function toDays(value: Value): Days {
  if (value instanceof Days) return value
  const days = typeof value === 'number' ? new Days(value, !Number.isInteger(value)) : daysOf(toText(value).trim())
  if (!days || Number.isNaN(days.days)) throw new NotEvaluated('not a date')
  return days
}

function formatDate(value: Value, pattern: string): string {
  if (value instanceof Nodes && toText(value) === '') return ''
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] =
    /^(\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/.exec(isoOf(toDays(value))) ?? []
  const parts: Record<string, string> = { Y: year, y: year.slice(-2), m: month, n: String(Number(month)), d: day }
  Object.assign(parts, { e: String(Number(day)), H: hour, h: String(Number(hour)), M: minute, S: second })
  return pattern.replaceAll(/%(.)/g, (_all, letter: string) => {
    const part = parts[letter]
    if (part === undefined) throw new NotEvaluated(pattern) // such as names of months, which depend on the language
    return part
  })
}

function translate(text: string, from: string, to: string): string {
  const [letters, others] = [Array.from(from), Array.from(to)]
  return Array.from(text)
    .map((letter) => (letters.includes(letter) ? (others[letters.indexOf(letter)] ?? '') : letter))
    .join('')
}

/** As in XPath: counts characters from 1, and rounds the arguments. */
function substring(text: string, from: number, length: number): string {
  const letters = Array.from(text)
  const [first, end] = [Math.round(from), Math.round(from) + Math.round(length)]
  return letters.filter((_letter, index) => index + 1 >= first && index + 1 < end).join('')
}

const EAGER: Record<string, EagerFunction> = {
  true: () => true,
  false: () => false,
  not: (args) => !toBoolean(argument(args, 0)),
  boolean: (args) => toBoolean(argument(args, 0)),
  'boolean-from-string': (args) => ['1', 'true'].includes(toText(argument(args, 0))),

  number: ofNumber((number) => number),
  int: ofNumber(Math.trunc),
  floor: ofNumber(Math.floor),
  ceiling: ofNumber(Math.ceil),
  abs: ofNumber(Math.abs),
  sqrt: ofNumber(Math.sqrt),
  exp: ofNumber(Math.exp),
  log: ofNumber(Math.log),
  log10: ofNumber(Math.log10),
  pi: () => Math.PI,
  pow: (args) => toNumber(argument(args, 0)) ** toNumber(argument(args, 1)),
  round: (args) => round(toNumber(argument(args, 0)), args.length > 1 ? toNumber(argument(args, 1)) : 0),
  min: (args) => Math.min(...numbers(args)),
  max: (args) => Math.max(...numbers(args)),
  sum: (args) => nodesOf(argument(args, 0)).reduce((sum, text) => sum + toNumber(text), 0),
  count: (args) => nodesOf(argument(args, 0)).length,
  'count-non-empty': (args) => nodesOf(argument(args, 0)).filter((text) => text !== '').length,

  string: (args) => toText(argument(args, 0)),
  concat: (args) => args.flatMap((each) => (each instanceof Nodes ? each.texts : [toText(each)])).join(''),
  join: (args) =>
    args
      .slice(1)
      .flatMap((each) => (each instanceof Nodes ? each.texts : [toText(each)]))
      .join(toText(argument(args, 0))),
  contains: ofTexts((text, part) => text.includes(part)),
  'starts-with': ofTexts((text, part) => text.startsWith(part)),
  'ends-with': ofTexts((text, part) => text.endsWith(part)),
  'substring-before': ofTexts((text, part) => (text.includes(part) ? text.slice(0, text.indexOf(part)) : '')),
  'substring-after': ofTexts((text, part) => (text.includes(part) ? text.slice(text.indexOf(part) + part.length) : '')),
  substring: (args) =>
    substring(
      toText(argument(args, 0)),
      toNumber(argument(args, 1)),
      args[2] === undefined ? Infinity : toNumber(args[2]),
    ),
  substr: (args) =>
    toText(argument(args, 0)).slice(toNumber(argument(args, 1)), args[2] === undefined ? undefined : toNumber(args[2])),
  'string-length': (args, { self }) => (args.length > 0 ? toText(argument(args, 0)) : self).length,
  'normalize-space': (args, { self }) => tokens(args.length > 0 ? argument(args, 0) : self).join(' '),
  translate: (args) => translate(toText(argument(args, 0)), toText(argument(args, 1)), toText(argument(args, 2))),
  regex: ofTexts(matchesPattern),

  selected: ofTexts((chosen, choice) => tokens(chosen).includes(choice.trim())),
  'selected-at': (args) => tokens(argument(args, 0))[toNumber(argument(args, 1))] ?? '',
  'count-selected': (args) => tokens(argument(args, 0)).length,
  checklist: ([min = -1, max = -1, ...items]) => {
    const count = items.filter(toBoolean).length
    return (toNumber(min) < 0 || count >= toNumber(min)) && (toNumber(max) < 0 || count <= toNumber(max))
  },
  once: (args, { self }) => (self === '' ? toText(argument(args, 0)) : self),

  today: (_args, { now }) => todayOf(now),
  now: (_args, { now }) => nowOf(now),
  date: (args) => {
    const { days } = toDays(argument(args, 0))
    return new Days(Math.floor(days), false)
  },
  'date-time': (args) => toDays(argument(args, 0)),
  'decimal-date-time': (args) => toDays(argument(args, 0)).days,
  'format-date': (args) => formatDate(argument(args, 0), toText(argument(args, 1))),
  'format-date-time': (args) => formatDate(argument(args, 0), toText(argument(args, 1))),
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { type Part, partsOf } from './answer-parts.ts'
import { endpointFor } from './endpoints.ts'
import { isCovered } from './judge.ts'
import type { Recording } from './recordings.ts'
import { differences, learn, merge, type Shape } from './shapes.ts'

/** What recordings teach, without any of their content. */
export interface Lessons {
  /** HTTP statuses that were seen, by method and endpoint. */
  statuses: Map<string, Set<number>>
  /** Shapes of answers and of their parts. */
  shapes: Map<string, Shape>
}

/** The project's own copy, for machines without the recordings: `npm run contract -- --learn` writes it. */
export const SHAPES_FILE = fileURLToPath(new URL('shapes.json', import.meta.url))

interface Answer {
  method: string
  /** Without a query. */
  path: string
  status: number
  body?: unknown
}

const nameOf = ({ method, path }: Answer) => `${method} ${endpointFor(method, path)?.path ?? path}`

/** Good answers are split where their parts have shapes of their own; others are taken whole. */
function partsOfAnswer(answer: Answer): Part[] {
  const { method, path, status, body } = answer
  if (typeof body !== 'object' || body === null || body instanceof ArrayBuffer || '_binary' in body) return []
  const parts = status < 300 ? partsOf(method, path, body) : []
  if (parts.length > 0 || !endpointFor(method, path)) return parts
  return [{ family: `${nameOf(answer)} ${status}`, value: body }]
}

export function learnFrom(recordings: Recording[]): Lessons {
  const answers = recordings
    .filter(isCovered)
    .map(({ request, response }): Answer => ({ method: request.method, path: request.path, ...response }))
  const statuses = new Map<string, Set<number>>()
  for (const answer of answers) {
    const name = nameOf(answer)
    statuses.set(name, (statuses.get(name) ?? new Set()).add(answer.status))
  }
  const families = Map.groupBy(answers.flatMap(partsOfAnswer), ({ family }) => family)
  const shapes = [...families].map(([family, parts]) => [family, learn(parts.map(({ value }) => value))] as const)
  return { statuses, shapes: new Map(shapes) }
}

export function union(one: Lessons, other: Lessons): Lessons {
  const lessons: Lessons = { statuses: new Map(one.statuses), shapes: new Map(one.shapes) }
  for (const [name, seen] of other.statuses) {
    lessons.statuses.set(name, new Set([...seen, ...(one.statuses.get(name) ?? [])]))
  }
  for (const [family, shape] of other.shapes) {
    const known = one.shapes.get(family)
    lessons.shapes.set(family, known ? merge(known, shape) : shape)
  }
  return lessons
}

/** Where an answer differs from what was learnt; nothing where it does not. */
export function unlike(lessons: Lessons, answer: Answer): string[] {
  const name = nameOf(answer)
  const seen = lessons.statuses.get(name)
  const status =
    seen && !seen.has(answer.status) ? [`${name}: ${answer.status}, recorded ${[...seen].join(' or ')}`] : []
  const found = partsOfAnswer(answer).flatMap(({ family, value }) => {
    const shape = lessons.shapes.get(family)
    return shape ? differences(shape, value).map((text) => `${family} ${text}`) : [`${family}: not recorded`]
  })
  return [...new Set([...status, ...found])]
}

/** A shape as it is kept: kinds of plain values as text, objects by their keys; `[]` for items, `|` for other kinds. */
type Kept = string | { [key: string]: Kept }
const Kept: z.ZodMiniType<Kept> = z.lazy(() => z.union([z.string(), z.record(z.string(), Kept)]))
const KeptLessons = z.object({
  statuses: z.record(z.string(), z.array(z.number())),
  shapes: z.record(z.string(), Kept),
})

const inOrder = <Value>(map: Map<string, Value>) =>
  [...map].toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))

function keep({ kinds, keys, items }: Shape): Kept {
  const names = [...kinds].toSorted().join('|')
  if (keys.size === 0 && !items) return names
  const inner = inOrder(keys).map(([key, shape]) => [key, keep(shape)] as const)
  return { '|': names, ...(items && { '[]': keep(items) }), ...Object.fromEntries(inner) }
}

function take(kept: Kept): Shape {
  const { '|': names, '[]': items, ...keys } = typeof kept === 'string' ? { '|': kept } : kept
  return {
    kinds: new Set(typeof names === 'string' ? names.split('|') : []),
    items: items === undefined ? undefined : take(items),
    keys: new Map(Object.entries(keys).map(([key, inner]) => [key, take(inner)])),
  }
}

/** The lessons as the text of a JSON file, always in the same order. */
export function write({ statuses, shapes }: Lessons): string {
  return JSON.stringify({
    statuses: Object.fromEntries(inOrder(statuses).map(([name, seen]) => [name, [...seen].toSorted((a, b) => a - b)])),
    shapes: Object.fromEntries(inOrder(shapes).map(([family, shape]) => [family, keep(shape)])),
  })
}

export function readLessons(text = readFileSync(SHAPES_FILE, 'utf8')): Lessons {
  const { statuses, shapes } = z.parse(KeptLessons, JSON.parse(text))
  return {
    statuses: new Map(Object.entries(statuses).map(([name, seen]) => [name, new Set(seen)])),
    shapes: new Map(Object.entries(shapes).map(([family, kept]) => [family, take(kept)])),
  }
}

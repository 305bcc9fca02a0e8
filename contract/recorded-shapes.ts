import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { isCovered } from './check-recording.ts'
import { endpointFor } from './endpoints.ts'
import type { Recording } from './recordings.ts'
import { type Part, partsOf } from './response-parts.ts'
import { differences, inferShape, mergeShape, type Shape } from './shapes.ts'

/** Statuses and shapes of recorded responses, without their content. */
export interface RecordedShapes {
  /** Recorded HTTP statuses by method and endpoint. */
  statuses: Map<string, Set<number>>
  /** Shapes of bodies and of their parts, by family. */
  shapes: Map<string, Shape>
}

/** The stored shapes, for machines without the recordings. `npm run contract -- --learn` writes them. */
export const SHAPES_FILE = fileURLToPath(new URL('shapes.json', import.meta.url))

interface RecordedResponse {
  method: string
  /** Without the query. */
  path: string
  status: number
  body?: unknown
}

const nameOf = ({ method, path }: RecordedResponse) => `${method} ${endpointFor(method, path)?.path ?? path}`

/** Splits successful responses into parts; the body of any other response is one part. */
function partsOfResponse(response: RecordedResponse): Part[] {
  const { method, path, status, body } = response
  if (typeof body !== 'object' || body === null || body instanceof ArrayBuffer || '_binary' in body) return []
  const parts = status < 300 ? partsOf(method, path, body) : []
  if (parts.length > 0 || !endpointFor(method, path)) return parts
  return [{ family: `${nameOf(response)} ${status}`, value: body }]
}

export function collectShapes(recordings: Recording[]): RecordedShapes {
  const responses = recordings
    .filter(isCovered)
    .map(({ request, response }): RecordedResponse => ({ method: request.method, path: request.path, ...response }))
  const statuses = new Map<string, Set<number>>()
  for (const response of responses) {
    const name = nameOf(response)
    statuses.set(name, (statuses.get(name) ?? new Set()).add(response.status))
  }
  const families = Map.groupBy(responses.flatMap(partsOfResponse), ({ family }) => family)
  const shapes = [...families].map(([family, parts]) => [family, inferShape(parts.map(({ value }) => value))] as const)
  return { statuses, shapes: new Map(shapes) }
}

export function mergeRecordedShapes(first: RecordedShapes, second: RecordedShapes): RecordedShapes {
  const result: RecordedShapes = { statuses: new Map(first.statuses), shapes: new Map(first.shapes) }
  for (const [name, seen] of second.statuses) {
    result.statuses.set(name, new Set([...seen, ...(first.statuses.get(name) ?? [])]))
  }
  for (const [family, shape] of second.shapes) {
    const existing = first.shapes.get(family)
    result.shapes.set(family, existing ? mergeShape(existing, shape) : shape)
  }
  return result
}

/** The differences of a response from the recorded statuses and shapes. */
export function compareWithShapes(result: RecordedShapes, response: RecordedResponse): string[] {
  const name = nameOf(response)
  const seen = result.statuses.get(name)
  const status =
    seen && !seen.has(response.status) ? [`${name}: ${response.status}, recorded ${[...seen].join(' or ')}`] : []
  const shapeDifferences = partsOfResponse(response).flatMap(({ family, value }) => {
    const shape = result.shapes.get(family)
    return shape ? differences(shape, value).map((text) => `${family} ${text}`) : [`${family}: not recorded`]
  })
  return [...new Set([...status, ...shapeDifferences])]
}

/** A shape in shapes.json: types of simple values as text, objects by key; `[]` for items, `|` for further types. */
type StoredShape = string | { [key: string]: StoredShape }
const StoredShape: z.ZodMiniType<StoredShape> = z.lazy(() => z.union([z.string(), z.record(z.string(), StoredShape)]))
const StoredShapes = z.object({
  statuses: z.record(z.string(), z.array(z.number())),
  shapes: z.record(z.string(), StoredShape),
})

const sortedEntries = <Value>(map: Map<string, Value>) =>
  [...map].toSorted(([first], [second]) => (first < second ? -1 : Number(first > second)))

function toStored({ kinds, keys, items }: Shape): StoredShape {
  const names = [...kinds].toSorted().join('|')
  if (keys.size === 0 && !items) return names
  const inner = sortedEntries(keys).map(([key, shape]) => [key, toStored(shape)] as const)
  return { '|': names, ...(items && { '[]': toStored(items) }), ...Object.fromEntries(inner) }
}

function fromStored(stored: StoredShape): Shape {
  const { '|': names, '[]': items, ...keys } = typeof stored === 'string' ? { '|': stored } : stored
  return {
    kinds: new Set(typeof names === 'string' ? names.split('|') : []),
    items: items === undefined ? undefined : fromStored(items),
    keys: new Map(Object.entries(keys).map(([key, inner]) => [key, fromStored(inner)])),
  }
}

/** The shapes as JSON text, always in the same order. */
export function serializeShapes({ statuses, shapes }: RecordedShapes): string {
  return JSON.stringify({
    statuses: Object.fromEntries(
      sortedEntries(statuses).map(([name, seen]) => [name, [...seen].toSorted((a, b) => a - b)]),
    ),
    shapes: Object.fromEntries(sortedEntries(shapes).map(([family, shape]) => [family, toStored(shape)])),
  })
}

export function readShapes(text = readFileSync(SHAPES_FILE, 'utf8')): RecordedShapes {
  const { statuses, shapes } = z.parse(StoredShapes, JSON.parse(text))
  return {
    statuses: new Map(Object.entries(statuses).map(([name, seen]) => [name, new Set(seen)])),
    shapes: new Map(Object.entries(shapes).map(([family, stored]) => [family, fromStored(stored)])),
  }
}

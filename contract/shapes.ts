import { isKpiKey, opennessOf } from './open-keys.ts'

/** The shape of a value, inferred from examples. */
export interface Shape {
  /** JSON types of the examples, `absent` if an object lacked the key. */
  kinds: Set<string>
  keys: Map<string, Shape>
  items: Shape | undefined
}

const newShape = (): Shape => ({ kinds: new Set(), keys: new Map(), items: undefined })

/** The key that represents all keys that are content. */
const ANY = '*'

/** Infers a shape that all examples match. Keys that are content are combined into one. */
export function inferShape(examples: unknown[], path = ''): Shape {
  const shape = newShape()
  for (const example of examples) shape.kinds.add(kindOf(example))
  const openness = opennessOf(path)
  if (openness === 'free') return shape
  const objects = examples.filter(isObject)
  const values = new Map<string, unknown[]>()
  for (const [key, value] of objects.flatMap(Object.entries<unknown>)) {
    const name = isKpiKey(key, openness) ? key : ANY
    values.set(name, [...(values.get(name) ?? []), value])
  }
  for (const [key, keyValues] of values) {
    const inner = inferShape(keyValues, `${path}.${key}`)
    if (openness === 'open' || keyValues.length < objects.length) inner.kinds.add('absent')
    shape.keys.set(key, inner)
  }
  const items = examples.filter(Array.isArray).flat() as unknown[]
  if (items.length > 0) shape.items = inferShape(items, `${path}[]`)
  return shape
}

/** A shape that matches the values of both shapes. */
export function mergeShape(first: Shape, second: Shape): Shape {
  const shape = newShape()
  shape.kinds = new Set([...first.kinds, ...second.kinds])
  for (const key of new Set([...first.keys.keys(), ...second.keys.keys()])) {
    const [inFirst, inSecond] = [first.keys.get(key), second.keys.get(key)]
    const inner = inFirst && inSecond ? mergeShape(inFirst, inSecond) : (inFirst ?? inSecond ?? newShape())
    const isMissing = (!inFirst && first.kinds.has('object')) || (!inSecond && second.kinds.has('object'))
    if (isMissing && key !== ANY) inner.kinds.add('absent')
    shape.keys.set(key, inner)
  }
  shape.items = first.items && second.items ? mergeShape(first.items, second.items) : (first.items ?? second.items)
  return shape
}

/** The differences of a value from a shape: missing or unknown keys, other types. */
export function differences(shape: Shape, value: unknown, path = ''): string[] {
  const kind = kindOf(value)
  if (!shape.kinds.has(kind)) return [`${path}: ${kind}, recorded ${[...shape.kinds].join(' or ')}`]
  if (Array.isArray(value)) {
    const { items } = shape
    return items ? value.flatMap((item) => differences(items, item, `${path}[]`)) : []
  }
  if (!isObject(value) || opennessOf(path) === 'free') return []
  const anyKeyShape = shape.keys.get(ANY)
  const missing = [...shape.keys].filter(
    ([key, inner]) => key !== ANY && !inner.kinds.has('absent') && !Object.hasOwn(value, key),
  )
  const keyDifferences = Object.entries(value).flatMap(([key, inner]) => {
    const keyShape = shape.keys.get(key) ?? anyKeyShape
    if (!keyShape && opennessOf(path) === 'open') return []
    const name = shape.keys.has(key) ? key : ANY // the same path as in inferShape
    return keyShape ? differences(keyShape, inner, `${path}.${name}`) : [`${path}.${key}: not in any recording`]
  })
  return [...missing.map(([key]) => `${path}.${key}: missing`), ...keyDifferences]
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import { isOwnKey, opennessOf } from './open-keys.ts'

/** What a value may look like, learnt from examples. */
export interface Shape {
  /** JSON types that were seen, `absent` where an object went without the key. */
  kinds: Set<string>
  keys: Map<string, Shape>
  items: Shape | undefined
}

const newShape = (): Shape => ({ kinds: new Set(), keys: new Map(), items: undefined })

/** The key that stands for all keys which depend on a form, a project or a person. */
const ANY = '*'

/** The union of the shapes of all examples; of keys that are content, only what they hold is learnt, together. */
export function learn(examples: unknown[], path = ''): Shape {
  const shape = newShape()
  for (const example of examples) shape.kinds.add(kindOf(example))
  const openness = opennessOf(path)
  if (openness === 'free') return shape
  const objects = examples.filter(isObject)
  const values = new Map<string, unknown[]>()
  for (const [key, value] of objects.flatMap(Object.entries<unknown>)) {
    const name = isOwnKey(key, openness) ? key : ANY
    values.set(name, [...(values.get(name) ?? []), value])
  }
  for (const [key, having] of values) {
    const inner = learn(having, `${path}.${key}`)
    if (openness === 'open' || having.length < objects.length) inner.kinds.add('absent')
    shape.keys.set(key, inner)
  }
  const items = examples.filter(Array.isArray).flat() as unknown[]
  if (items.length > 0) shape.items = learn(items, `${path}[]`)
  return shape
}

/** The union of two shapes. */
export function merge(one: Shape, other: Shape): Shape {
  const shape = newShape()
  shape.kinds = new Set([...one.kinds, ...other.kinds])
  for (const key of new Set([...one.keys.keys(), ...other.keys.keys()])) {
    const [here, there] = [one.keys.get(key), other.keys.get(key)]
    const inner = here && there ? merge(here, there) : (here ?? there ?? newShape())
    const isMissing = (!here && one.kinds.has('object')) || (!there && other.kinds.has('object'))
    if (isMissing && key !== ANY) inner.kinds.add('absent')
    shape.keys.set(key, inner)
  }
  shape.items = one.items && other.items ? merge(one.items, other.items) : (one.items ?? other.items)
  return shape
}

/** Where a value has not the learnt shape: keys missing or new, another type. */
export function differences(shape: Shape, value: unknown, path = ''): string[] {
  const kind = kindOf(value)
  if (!shape.kinds.has(kind)) return [`${path}: ${kind}, recorded ${[...shape.kinds].join(' or ')}`]
  if (Array.isArray(value)) {
    const { items } = shape
    return items ? value.flatMap((item) => differences(items, item, `${path}[]`)) : []
  }
  if (!isObject(value) || opennessOf(path) === 'free') return []
  const any = shape.keys.get(ANY)
  const missing = [...shape.keys].filter(
    ([key, inner]) => key !== ANY && !inner.kinds.has('absent') && !Object.hasOwn(value, key),
  )
  const found = Object.entries(value).flatMap(([key, inner]) => {
    const known = shape.keys.get(key) ?? any
    if (!known && opennessOf(path) === 'open') return []
    const name = shape.keys.has(key) ? key : ANY // as it was learnt: what is free there is free here
    return known ? differences(known, inner, `${path}.${name}`) : [`${path}.${key}: not in any recording`]
  })
  return [...missing.map(([key]) => `${path}.${key}: missing`), ...found]
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

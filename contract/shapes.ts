/** What a value may look like, learnt from examples. */
export interface Shape {
  /** JSON types that were seen, `absent` where an object went without the key. */
  kinds: Set<string>
  keys: Map<string, Shape>
  items: Shape | undefined
}

const newShape = (): Shape => ({ kinds: new Set(), keys: new Map(), items: undefined })

/** The union of the shapes of all examples. */
export function learn(examples: unknown[]): Shape {
  const shape = newShape()
  const objects = examples.filter(isObject)
  for (const example of examples) shape.kinds.add(kindOf(example))
  for (const key of new Set(objects.flatMap(Object.keys))) {
    const having = objects.filter((object) => Object.hasOwn(object, key))
    const inner = learn(having.map((object) => object[key]))
    if (having.length < objects.length) inner.kinds.add('absent')
    shape.keys.set(key, inner)
  }
  const items = examples.filter(Array.isArray).flat() as unknown[]
  if (items.length > 0) shape.items = learn(items)
  return shape
}

/**
 * Where a value has not the learnt shape: keys missing or new, another type. `isOpen` tells of objects whose keys
 * depend on the form or the project, so that no others were seen is no reason why there should be none.
 */
export function differences(shape: Shape, value: unknown, isOpen: (path: string) => boolean, path = ''): string[] {
  const kind = kindOf(value)
  if (!shape.kinds.has(kind)) return [`${path}: ${kind}, recorded ${[...shape.kinds].join(' or ')}`]
  if (Array.isArray(value)) {
    const { items } = shape
    return items ? value.flatMap((item) => differences(items, item, isOpen, `${path}[]`)) : []
  }
  if (!isObject(value)) return []
  const missing = isOpen(path)
    ? []
    : [...shape.keys].filter(([key, inner]) => !inner.kinds.has('absent') && !Object.hasOwn(value, key))
  const found = Object.entries(value).flatMap(([key, inner]) => {
    const known = shape.keys.get(key)
    if (known) return differences(known, inner, isOpen, `${path}.${key}`)
    return isOpen(path) ? [] : [`${path}.${key}: not in any recording`]
  })
  return [...missing.map(([key]) => `${path}.${key}: missing`), ...found]
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

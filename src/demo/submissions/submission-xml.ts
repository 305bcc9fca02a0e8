import { escapeXml } from '#/lib/xml.ts'
import type { Submission } from './submission-serializer.ts'

/** A group, a repeat or an answer on the way to XML. */
type Node = Map<string, Node | string | Node[]>

function put(node: Node, path: readonly string[], value: unknown, depth: number) {
  const [name = '', ...rest] = path
  if (rest.length > 0) {
    const inner = node.get(name)
    const group: Node = inner instanceof Map ? inner : new Map()
    node.set(name, group)
    put(group, rest, value, depth + 1)
  } else if (Array.isArray(value)) {
    node.set(
      name,
      value.map((entry: Record<string, unknown>) => nodeOf(entry, depth + 1)),
    )
  } else node.set(name, String(value))
}

/** `depth`: how many parts of each key name what is around these answers. */
function nodeOf(answers: Record<string, unknown>, depth = 0): Node {
  const node: Node = new Map()
  for (const [key, value] of Object.entries(answers)) {
    if ((key.startsWith('_') && key !== '__version__') || key === 'meta/rootUuid') continue
    put(node, key.split('/').slice(depth), value, depth)
  }
  return node
}

const write = (name: string, value: Node | string | Node[]): string =>
  Array.isArray(value)
    ? value.map((entry) => write(name, entry)).join('')
    : `<${name}>${typeof value === 'string' ? escapeXml(value) : [...value].map(([key, inner]) => write(key, inner)).join('')}</${name}>`

/** A submission as XML, as devices send it [0745]. */
export function submissionXml(assetUid: string, submission: Submission): string {
  const body = [...nodeOf(submission)].map(([name, value]) => write(name, value)).join('')
  return `<${assetUid} xmlns:jr="http://openrosa.org/javarosa" id="${assetUid}" version="1">${body}</${assetUid}>`
}

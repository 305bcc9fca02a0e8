import { currentContent } from '#/demo/assets/content.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { XmlElement } from '#/lib/xml.ts'

type Answers = Record<string, unknown>

/**
 * The answers in a submission's XML, by path. Empty elements are left out, unknown ones are kept (NOTES, "Sending
 * again").
 */
export function answersOf(root: XmlElement, asset: AssetRecord): Answers {
  const repeats = new Set(
    currentContent(asset).survey.flatMap(({ type, $xpath }) => (type === 'begin_repeat' && $xpath ? [$xpath] : [])),
  )
  const answers: Answers = {}
  fill(answers, root, '', repeats)
  return answers
}

function fill(target: Answers, element: XmlElement, prefix: string, repeats: ReadonlySet<string>) {
  for (const [name, nodes] of Map.groupBy(element.children, (child) => child.name)) {
    const path = prefix === '' ? name : `${prefix}/${name}`
    const [first] = nodes
    if (!first) continue
    if (repeats.has(path) || (nodes.length > 1 && first.children.length > 0)) {
      target[path] = nodes.map((node) => {
        const entry: Answers = {}
        fill(entry, node, path, repeats)
        return entry
      })
    } else if (first.children.length > 0) fill(target, first, path, repeats)
    else if (first.text.trim() !== '') target[path] = first.text
  }
}

/** Path of the question whose answer is a file name. Positions in repeats start at 1. */
export function questionOfFile(answers: Answers, fileName: string): string | undefined {
  for (const [path, value] of Object.entries(answers)) {
    if (value === fileName) return path
    if (!Array.isArray(value)) continue
    for (const [index, entry] of (value as Answers[]).entries()) {
      const inner = questionOfFile(entry, fileName)
      if (inner !== undefined) return `${path}[${index + 1}]${inner.slice(path.length)}`
    }
  }
  return undefined
}

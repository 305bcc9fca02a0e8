import { currentContent } from '#/demo/assets/content.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { XmlElement } from './xml.ts'

type Answers = Record<string, unknown>

/** The answers of a submission by path; what is empty is no answer, unknown nodes are kept (NOTES, "Sending again"). */
export function answersIn(root: XmlElement, asset: AssetRecord): Answers {
  const repeats = new Set(
    currentContent(asset).survey.flatMap(({ type, $xpath }) => (type === 'begin_repeat' && $xpath ? [$xpath] : [])),
  )
  const answers: Answers = {}
  fill(answers, root, '', repeats)
  return answers
}

function fill(into: Answers, element: XmlElement, prefix: string, repeats: ReadonlySet<string>) {
  for (const [name, nodes] of Map.groupBy(element.children, (child) => child.name)) {
    const path = prefix === '' ? name : `${prefix}/${name}`
    const [first] = nodes
    if (!first) continue
    if (repeats.has(path) || (nodes.length > 1 && first.children.length > 0)) {
      into[path] = nodes.map((node) => {
        const entry: Answers = {}
        fill(entry, node, path, repeats)
        return entry
      })
    } else if (first.children.length > 0) fill(into, first, path, repeats)
    else if (first.text.trim() !== '') into[path] = first.text
  }
}

/** The question that a file answers, by its name in the answers; positions in repeats are counted from 1. */
export function questionOf(answers: Answers, fileName: string): string | undefined {
  for (const [path, value] of Object.entries(answers)) {
    if (value === fileName) return path
    if (!Array.isArray(value)) continue
    for (const [at, entry] of (value as Answers[]).entries()) {
      const inner = questionOf(entry, fileName)
      if (inner !== undefined) return `${path}[${at + 1}]${inner.slice(path.length)}`
    }
  }
  return undefined
}

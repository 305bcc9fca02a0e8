import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { closesGroup, opensGroup } from '#/lib/xlsform/question-types.ts'
import { type Lookup, readRelevance } from './relevance.ts'

/** A question, or a group or repeat with its children. */
export interface FormNode {
  type: string
  name: string
  /** Key of the answer in a submission. */
  path: string
  required: boolean
  isRelevant: (lookup: Lookup) => boolean
  /** Names of the choices, the most frequent first. */
  choices: readonly string[]
  /** The higher, the more often the first choices are picked; below 1, the last ones are. */
  exponent: number
  /** Whether the question accepts another answer (`or_other`). */
  hasOther: boolean
  rows: FormNode[]
}

const trees = new WeakMap<FormContent, FormNode[]>()

/** The form as a tree, cached per form. */
export function formTree(content: FormContent): FormNode[] {
  const cached = trees.get(content)
  if (cached) return cached
  const lists = new Map<unknown, string[]>()
  for (const { list_name: list, $autovalue: value } of content.choices ?? []) {
    lists.set(list, [...(lists.get(list) ?? []), String(value)])
  }
  const root: FormNode[] = []
  const open = [root]
  for (const row of content.survey) {
    if (closesGroup(row.type)) {
      open.pop()
      continue
    }
    const node = toNode(row, lists.get(row.select_from_list_name) ?? [])
    open.at(-1)?.push(node)
    if (opensGroup(row.type)) open.push(node.rows)
  }
  trees.set(content, root)
  return root
}

const toNode = (row: FormRow, choices: string[]): FormNode => ({
  type: String(row.type),
  name: String(row.$autoname),
  path: String(row.$xpath),
  required: row.required === true,
  isRelevant: readRelevance(row.relevant),
  choices: rotate(choices, row.$autoname ?? ''),
  exponent: 0.6 + (hashOf(row.$autoname ?? '') % 160) / 100,
  hasOther: row._or_other === true,
  rows: [],
})

function rotate(choices: string[], name: string): string[] {
  const from = hashOf(name, 7) % (choices.length || 1)
  return [...choices.slice(from), ...choices.slice(0, from)]
}

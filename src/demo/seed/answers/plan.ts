import type { FormContent, FormRow } from '#/demo/records.ts'
import { hashOf } from '#/demo/seed/random.ts'
import { closesGroup, opensGroup } from '#/demo/xlsform/question-types.ts'
import { type Lookup, readRelevance } from './relevance.ts'

/** A question, or a group or repeat with what it holds. */
export interface PlannedRow {
  type: string
  name: string
  /** Key of the answer. */
  path: string
  required: boolean
  isRelevant: (lookup: Lookup) => boolean
  /** Names of the choices, of questions that have some, favourites first. */
  choices: readonly string[]
  /** How much the favourites are liked; below 1: not much. */
  lean: number
  /** Whether something else may be answered, too. */
  hasOther: boolean
  rows: PlannedRow[]
}

const plans = new WeakMap<FormContent, PlannedRow[]>()

/** The form as a tree, read once per form. */
export function planOf(content: FormContent): PlannedRow[] {
  const known = plans.get(content)
  if (known) return known
  const lists = new Map<unknown, string[]>()
  for (const { list_name: list, $autovalue: value } of content.choices ?? []) {
    lists.set(list, [...(lists.get(list) ?? []), String(value)])
  }
  const root: PlannedRow[] = []
  const open = [root]
  for (const row of content.survey) {
    if (closesGroup(row.type)) {
      open.pop()
      continue
    }
    const planned = planRow(row, lists.get(row.select_from_list_name) ?? [])
    open.at(-1)?.push(planned)
    if (opensGroup(row.type)) open.push(planned.rows)
  }
  plans.set(content, root)
  return root
}

const planRow = (row: FormRow, choices: string[]): PlannedRow => ({
  type: String(row.type),
  name: String(row.$autoname),
  path: String(row.$xpath),
  required: row.required === true,
  isRelevant: readRelevance(row.relevant),
  choices: favouritesFirst(choices, row.$autoname ?? ''),
  lean: 0.6 + (hashOf(row.$autoname ?? '') % 160) / 100,
  hasOther: row._or_other === true,
  rows: [],
})

function favouritesFirst(choices: string[], name: string): string[] {
  const from = hashOf(name, 7) % (choices.length || 1)
  return [...choices.slice(from), ...choices.slice(0, from)]
}

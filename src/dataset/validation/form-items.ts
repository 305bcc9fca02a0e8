import { type FormGroup, type FormQuestion, questionsOf } from '#/api/kpi/form/questions.ts'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { type References, referencesOf } from '#/lib/xpath/references.ts'

/** A question or repeat group, and the repeat groups around its answers, outermost first. */
export interface FormItem {
  path: string
  repeats: readonly FormGroup[]
  isRepeat: boolean
  /** The question itself; `null` for a repeat group. */
  question: FormQuestion | null
}

interface FormItems {
  byName: ReadonlyMap<string, FormItem[]>
  byPath: ReadonlyMap<string, FormItem>
  /** What was worked out before, by the question that is edited. */
  changed: Map<string, ReadonlySet<string>>
}

const known = new WeakMap<FormContent['survey'], FormItems>()

/** What expressions of a form may ask about. */
export function itemsOf(content: Pick<FormContent, 'survey'>): FormItems {
  const before = known.get(content.survey)
  if (before) return before
  const byName = new Map<string, FormItem[]>()
  const byPath = new Map<string, FormItem>()
  const add = (name: string, item: FormItem) => {
    if (byPath.has(item.path)) return
    byPath.set(item.path, item)
    byName.set(name, [...(byName.get(name) ?? []), item])
  }
  for (const question of questionsOf(content)) {
    const { path, name, groups } = question
    const repeats = groups.filter(({ isRepeat }) => isRepeat)
    for (const group of repeats) {
      const around = repeats.slice(0, repeats.indexOf(group) + 1)
      add(group.name, { path: group.path, repeats: around, isRepeat: true, question: null })
    }
    add(name, { path, repeats, isRepeat: false, question })
  }
  const items = { byName, byPath, changed: new Map() }
  known.set(content.survey, items)
  return items
}

/**
 * Paths of the answers that the form would work out anew, or take away, after an edit of the answer at `path`: the server
 * does neither, so that what is stored there says nothing about what the form would hold.
 */
export function changedByEdit(content: Pick<FormContent, 'survey'>, path: string): ReadonlySet<string> {
  const items = itemsOf(content)
  const before = items.changed.get(path)
  if (before) return before
  const dependent = [...items.byPath.values()].flatMap(({ question }) => (question ? [dependencyOf(question)] : []))
  const changed = new Set([path])
  for (let size = 0; size < changed.size;) {
    size = changed.size
    for (const { path: one, references, isUnknown } of dependent) {
      const asksAbout = ({ names, paths }: References) =>
        [...paths].some((each) => changed.has(each)) ||
        [...names].some((name) => items.byName.get(name)?.some((item) => changed.has(item.path)))
      if (isUnknown || references.some(asksAbout)) changed.add(one)
    }
  }
  changed.delete(path)
  items.changed.set(path, changed)
  return changed
}

function dependencyOf({ path, rules, groups }: FormQuestion) {
  const at = path.split('/')
  const calculation = rules.calculation === null ? null : referencesOf(rules.calculation, at)
  const conditions = [
    ...groups.map((group) => [group.relevant, group.path] as const),
    [rules.relevant, path] as const,
  ].flatMap(([relevant, of]) => (relevant === null ? [] : [referencesOf(relevant, of.split('/'))]))
  return {
    path,
    references: calculation ? [calculation, ...conditions] : conditions,
    isUnknown: calculation !== null && !calculation.isComplete,
  }
}

import type { FormGroup, FormQuestion } from '#/dataset/model/form.ts'
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
  /** Results of `changedByEdit`, by the path of the edited answer. */
  changed: Map<string, ReadonlySet<string>>
}

const known = new WeakMap<readonly FormQuestion[], FormItems>()

/** The questions and repeat groups that expressions of a form can refer to, cached by form. */
export function formItemsOf(questions: readonly FormQuestion[]): FormItems {
  const before = known.get(questions)
  if (before) return before
  const byName = new Map<string, FormItem[]>()
  const byPath = new Map<string, FormItem>()
  const add = (name: string, item: FormItem) => {
    if (byPath.has(item.path)) return
    byPath.set(item.path, item)
    byName.set(name, [...(byName.get(name) ?? []), item])
  }
  for (const question of questions) {
    const { path, name, groups } = question
    const repeats = groups.filter(({ isRepeat }) => isRepeat)
    for (const group of repeats) {
      const around = repeats.slice(0, repeats.indexOf(group) + 1)
      add(group.name, { path: group.path, repeats: around, isRepeat: true, question: null })
    }
    add(name, { path, repeats, isRepeat: false, question })
  }
  const items = { byName, byPath, changed: new Map() }
  known.set(questions, items)
  return items
}

/**
 * Paths of the answers that the form would recalculate or remove after an edit of the answer at `path`. The server does
 * neither, so their stored values are not what the form would have.
 */
export function changedByEdit(questions: readonly FormQuestion[], path: string): ReadonlySet<string> {
  const items = formItemsOf(questions)
  const before = items.changed.get(path)
  if (before) return before
  const dependent = [...items.byPath.values()].flatMap(({ question }) => (question ? [dependencyOf(question)] : []))
  const changed = new Set([path])
  for (let size = 0; size < changed.size;) {
    size = changed.size
    for (const { path: other, references, isUnknown } of dependent) {
      const refersToChanged = ({ names, paths }: References) =>
        [...paths].some((each) => changed.has(each)) ||
        [...names].some((name) => items.byName.get(name)?.some((item) => changed.has(item.path)))
      if (isUnknown || references.some(refersToChanged)) changed.add(other)
    }
  }
  changed.delete(path)
  items.changed.set(path, changed)
  return changed
}

function dependencyOf({ path, rules, groups }: FormQuestion) {
  const steps = path.split('/')
  const calculation = rules.calculation === null ? null : referencesOf(rules.calculation, steps)
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

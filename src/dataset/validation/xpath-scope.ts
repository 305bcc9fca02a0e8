import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import { NotEvaluated } from '#/lib/xpath/parse.ts'
import { Nodes, type Scope } from '#/lib/xpath/values.ts'
import type { EvaluationContext, RuledItem } from './condition.ts'
import { changedByEdit, type FormItem, formItemsOf } from './form-items.ts'

/** The scope of a question's expressions, as if `answer` were the answer to it. */
export function scopeOf({ path, groups }: RuledItem, answer: string, context: EvaluationContext): Scope {
  const { questions, row, entryPath = [], now = new Date(), isEdit = false } = context
  const items = formItemsOf(questions)
  const changed = isEdit ? changedByEdit(questions, path) : null
  const around = groups.filter(({ isRepeat }) => isRepeat)

  const answersTo = (item: FormItem | undefined): Nodes => {
    if (!item) throw new NotEvaluated('a question that the form does not have')
    if (item.path === path) return new Nodes([answer])
    if (changed?.has(item.path)) throw new NotEvaluated('an answer that the form would recalculate')
    let rows: Answers[] = [row]
    let isAround = true // only the entry around the answer, not its siblings
    for (const [depth, repeat] of item.repeats.entries()) {
      isAround &&= around[depth]?.path === repeat.path && !(item.isRepeat && item.path === repeat.path)
      const own = isAround ? entryPath[depth] : undefined
      rows = rows.flatMap((each) => {
        const all = entriesOf(each, repeat.path)
        return own === undefined ? all : all.slice(own, own + 1)
      })
    }
    return new Nodes(rows.map((each) => (item.isRepeat ? '' : (answerOf(each, item.path) ?? ''))))
  }

  return {
    question: (name) => {
      const [item, another] = items.byName.get(name) ?? []
      if (another) throw new NotEvaluated(name)
      return answersTo(item)
    },
    at: (steps) => answersTo(items.byPath.get(steps.join('/'))),
    path: path.split('/'),
    self: answer,
    position: (steps) => {
      const index = entryPath[around.findIndex((group) => group.path === steps.join('/'))]
      if (index === undefined) throw new NotEvaluated('position')
      return index + 1
    },
    now,
  }
}

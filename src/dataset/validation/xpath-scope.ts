import { answerOf, type Answers, entriesOf } from '#/dataset/model/values.ts'
import { NotEvaluated } from '#/lib/xpath/parse.ts'
import { Nodes, type Scope } from '#/lib/xpath/values.ts'
import type { AnswerPlace, RuledItem } from './condition.ts'
import { changedByEdit, type FormItem, itemsOf } from './form-items.ts'

/** What an expression of a question may ask about, were `answer` the answer to it. */
export function scopeOf({ path, groups }: RuledItem, answer: string, place: AnswerPlace): Scope {
  const { content, submission, entries = [], now = new Date(), isEdit = false } = place
  const items = itemsOf(content)
  const changed = isEdit ? changedByEdit(content, path) : null
  const around = groups.filter(({ isRepeat }) => isRepeat)

  const answersTo = (item: FormItem | undefined): Nodes => {
    if (!item) throw new NotEvaluated('a question that the form does not have')
    if (item.path === path) return new Nodes([answer])
    if (changed?.has(item.path)) throw new NotEvaluated('an answer that the form works out anew')
    let rows: Answers[] = [submission]
    let isAround = true // its own entries, not those beside them
    for (const [depth, repeat] of item.repeats.entries()) {
      isAround &&= around[depth]?.path === repeat.path && !(item.isRepeat && item.path === repeat.path)
      const own = isAround ? entries[depth] : undefined
      rows = rows.flatMap((row) => {
        const all = entriesOf(row, repeat.path)
        return own === undefined ? all : all.slice(own, own + 1)
      })
    }
    return new Nodes(rows.map((row) => (item.isRepeat ? '' : (answerOf(row, item.path) ?? ''))))
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
      const index = entries[around.findIndex((group) => group.path === steps.join('/'))]
      if (index === undefined) throw new NotEvaluated('position')
      return index + 1
    },
    now,
  }
}

import { type FormGroup, type FormQuestion, questionsOf } from '#/api/form/questions.ts'
import type { FormContent } from '#/api/form/schema.ts'
import { NotEvaluated } from '#/lib/xpath/parse.ts'
import { Nodes, type Scope } from '#/lib/xpath/values.ts'
import { type Answers, answerOf, entriesOf } from './answers.ts'

/** A question or repeat group, and the repeat groups around its answers, outermost first. */
interface Item {
  path: string
  repeats: readonly FormGroup[]
  isRepeat: boolean
}

interface FormItems {
  byName: ReadonlyMap<string, Item[]>
  byPath: ReadonlyMap<string, Item>
}

const known = new WeakMap<FormContent['survey'], FormItems>()

/** What expressions of a form may ask about. */
function itemsOf(content: Pick<FormContent, 'survey'>): FormItems {
  const before = known.get(content.survey)
  if (before) return before
  const byName = new Map<string, Item[]>()
  const byPath = new Map<string, Item>()
  const add = (name: string, item: Item) => {
    if (byPath.has(item.path)) return
    byPath.set(item.path, item)
    byName.set(name, [...(byName.get(name) ?? []), item])
  }
  for (const { path, name, groups } of questionsOf(content)) {
    const repeats = groups.filter(({ isRepeat }) => isRepeat)
    for (const group of repeats) {
      add(group.name, { path: group.path, repeats: repeats.slice(0, repeats.indexOf(group) + 1), isRepeat: true })
    }
    add(name, { path, repeats, isRepeat: false })
  }
  const items = { byName, byPath }
  known.set(content.survey, items)
  return items
}

/** Where an answer stands: in a submission, and in which entries of its repeat groups, outermost first. */
export interface AnswerPlace {
  content: Pick<FormContent, 'survey'>
  submission: Answers
  entries?: readonly number[]
  now?: Date
}

/** What an expression of a question may ask about, were `answer` the answer to it. */
export function scopeOf(
  { path, groups }: Pick<FormQuestion, 'path' | 'groups'>,
  answer: string,
  place: AnswerPlace,
): Scope {
  const { content, submission, entries = [], now = new Date() } = place
  const items = itemsOf(content)
  const around = groups.filter(({ isRepeat }) => isRepeat)

  const answersTo = (item: Item | undefined): Nodes => {
    if (!item) throw new NotEvaluated('a question that the form does not have')
    if (item.path === path) return new Nodes([answer])
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

import { answersAt } from '#/dataset/model/answers-at.ts'
import type { AnswersToCopy, ChoiceToRecode } from '#/lib/xlsform/compare/answers-to-bring.ts'

/** Texts by path of bulk edit; `''` for none. */
export type AnswerTexts = Readonly<Record<string, string>>

/** What a person chose to bring along. */
export interface BringRequest {
  copies: readonly Pick<AnswersToCopy, 'id' | 'before' | 'after'>[]
  recodes: readonly (Pick<ChoiceToRecode, 'id' | 'question' | 'choice'> & { value: string })[]
}

/** How many answers a copy or a recode concerns. */
interface BringCount {
  answers: number
  /** Under the new name stands another answer, which is left as it is. */
  conflicts: number
}

/** What is written into each submission, and what must stand in it before. */
export interface BringPlan {
  values: Map<number, AnswerTexts>
  expected: Map<number, AnswerTexts>
  counts: Map<string, BringCount>
}

interface PlannedRow {
  [key: string]: unknown
  _id: number
}

/** The keys of rows that a plan needs. A repeat group comes whole under its own name [2165]. */
export function neededFields({ copies, recodes }: BringRequest): string[] {
  const places = [
    ...copies.flatMap(({ before, after }) => [before, after]),
    ...recodes.flatMap(({ question }) => [question.before, question.after]),
  ]
  return [...new Set(places.map(({ path, groups }) => groups.find(({ isRepeat }) => isRepeat)?.path ?? path))]
}

/** Plans what is copied and recoded. An answer that stands under the new name already is never overwritten. */
export function planAnswers(rows: readonly PlannedRow[], { copies, recodes }: BringRequest): BringPlan {
  const plan: BringPlan = { values: new Map(), expected: new Map(), counts: new Map() }
  const newValues = new Map<string, Map<string, { id: string; value: string }>>()
  for (const { id, question, choice, value } of recodes) {
    const ofQuestion = newValues.get(question.before.path) ?? new Map<string, { id: string; value: string }>()
    newValues.set(question.before.path, ofQuestion.set(choice.name, { id, value }))
  }
  const copied = new Set(copies.map(({ before }) => before.path))
  const inPlace = new Set(recodes.map(({ question }) => question.before.path).filter((path) => !copied.has(path)))
  const count = (id: string, what: keyof BringCount) => {
    const counts = plan.counts.get(id) ?? { answers: 0, conflicts: 0 }
    plan.counts.set(id, { ...counts, [what]: counts[what] + 1 })
  }
  for (const row of rows) {
    const values: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const { id, before, after } of copies) {
      const present = new Map(answersAt(row, after.path).map(({ path, text }) => [path, text]))
      for (const { path, text } of answersAt(row, before.path)) {
        const target = path.slice(0, path.lastIndexOf(']') + 1) + after.path.slice(repeatPathOf(before).length)
        const recoded = recode(text, newValues.get(before.path))
        const standing = present.get(target)
        if (standing !== undefined) {
          if (standing !== recoded.text) count(id, 'conflicts')
          continue
        }
        values[target] = recoded.text
        expected[target] = ''
        expected[path] = text
        count(id, 'answers')
        for (const recodeId of recoded.ids) count(recodeId, 'answers')
      }
    }
    for (const before of inPlace) {
      for (const { path, text } of answersAt(row, before)) {
        const recoded = recode(text, newValues.get(before))
        if (recoded.text === text) continue
        values[path] = recoded.text
        expected[path] = text
        for (const recodeId of recoded.ids) count(recodeId, 'answers')
      }
    }
    if (Object.keys(values).length === 0) continue
    plan.values.set(row._id, values)
    plan.expected.set(row._id, expected)
  }
  return plan
}

const repeatPathOf = ({ groups }: AnswersToCopy['before']) => groups.findLast(({ isRepeat }) => isRepeat)?.path ?? ''

/** Selected values are separated by spaces, each once [0701]. */
function recode(text: string, newValues: ReadonlyMap<string, { id: string; value: string }> | undefined) {
  if (!newValues) return { text, ids: [] }
  const parts = text.split(' ')
  const ids = parts.flatMap((part) => newValues.get(part)?.id ?? [])
  if (ids.length === 0) return { text, ids }
  return { text: [...new Set(parts.map((part) => newValues.get(part)?.value ?? part))].join(' '), ids }
}

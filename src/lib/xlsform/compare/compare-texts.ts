import { ownProperty } from '#/lib/own-property.ts'
import { type CanonicalForm, type RowCells } from './canonical-form.ts'
import { changedTexts } from './compare-cells.ts'
import { choiceDescriber, type PairedChoice } from './compare-choices.ts'
import { comparedRow, idOfBefore, type PlacedDifference, type RowsToCompare } from './compare-rows.ts'
import type { Difference, TextOf } from './difference.ts'

interface TextPair {
  id: string
  before: RowCells
  after: RowCells
}

/** What differs in the texts, and in the languages. */
export function compareTexts(
  before: CanonicalForm,
  after: CanonicalForm,
  rows: RowsToCompare,
  choices: readonly PairedChoice[],
): PlacedDifference[] {
  const rowPairs = [...rows.pairs.beforeOf].map(([newer, older]) => ({
    id: idOfBefore(older),
    before: older.row,
    after: newer.row,
    older,
    newer,
  }))
  const choicePairs = choices.flatMap((choice) =>
    choice.before && choice.after ? [{ id: choice.id, before: choice.before, after: choice.after, choice }] : [],
  )
  const { differences, oldNames, compared } = compareLanguages(before.languages, after.languages, [
    ...rowPairs,
    ...choicePairs,
  ])
  const isAsBefore =
    oldNames.size === 0 && [before, after].every(({ languages }) => languages.length === compared.length)
  const changes = (pair: TextPair) =>
    isAsBefore
      ? changedTexts(pair.before.texts, pair.after.texts)
      : changedTexts(inLanguages(pair.before.texts, compared, oldNames), inLanguages(pair.after.texts, compared))
  const describe = choiceDescriber(rows)
  return [
    ...differences.map((difference) => ({ order: -1, difference })),
    ...rowPairs.flatMap((pair) =>
      changes(pair).map((change): PlacedDifference => {
        const row = comparedRow(pair.older, pair.newer, rows.languages)
        return { order: pair.newer.index, difference: { kind: 'text', row, ...change } }
      }),
    ),
    ...choicePairs.flatMap((pair) =>
      changes(pair).map((change): PlacedDifference => {
        const difference: Difference = { kind: 'choiceText', choice: describe.choice(pair.choice), ...change }
        return { order: describe.orderOf(pair.choice.list), difference }
      }),
    ),
  ]
}

function compareLanguages(before: readonly string[], after: readonly string[], pairs: readonly TextPair[]) {
  const removed = before.filter((language) => !after.includes(language))
  const added = after.filter((language) => !before.includes(language))
  const newNames = new Map<string, string>()
  for (const from of removed) {
    const to = added.find((language) => ![...newNames.values()].includes(language) && isSame(from, language, pairs))
    if (to !== undefined) newNames.set(from, to)
  }
  const oldNames = new Map([...newNames].map(([from, to]) => [to, from]))
  const gone = removed.filter((language) => !newNames.has(language))
  const fresh = added.filter((language) => !oldNames.has(language))
  const inOldOrder = [...before.filter((l) => !gone.includes(l)).map((l) => newNames.get(l) ?? l), ...fresh]
  const isReordered = inOldOrder.some((language, index) => language !== after[index])
  const differences: Difference[] = [
    ...[...newNames].map(([from, to]): Difference => ({ kind: 'languageRenamed', before: from, after: to })),
    ...gone.map((language): Difference => {
      const texts = pairs.flatMap((pair) => textsIn(pair.id, pair.before, language))
      return { kind: 'languageRemoved', language, texts }
    }),
    ...fresh.map((language): Difference => {
      const texts = pairs.flatMap((pair) => textsIn(pair.id, pair.after, language))
      return { kind: 'languageAdded', language, texts }
    }),
    ...(isReordered ? [{ kind: 'languageOrder', before: inOldOrder, after } as const] : []),
  ]
  return { differences, oldNames, compared: after.filter((language) => !fresh.includes(language)) }
}

/** Whether most texts of a language that is gone are those of a new one. */
function isSame(from: string, to: string, pairs: readonly TextPair[]): boolean {
  let all = 0
  let same = 0
  for (const { id, before, after } of pairs) {
    for (const { column, text } of textsIn(id, before, from)) {
      all++
      if (ownProperty(ownProperty(after.texts, column) ?? {}, to) === text) same++
    }
  }
  return same > 0 && same * 2 >= all
}

const textsIn = (id: string, { texts }: RowCells, language: string): TextOf[] =>
  Object.entries(texts).flatMap(([column, byLanguage]) => {
    const text = ownProperty(byLanguage, language)
    return text === undefined ? [] : [{ id, column, text }]
  })

/** Texts in languages that both forms have. `oldNames`: by new name, the language's name in these texts. */
const inLanguages = (
  texts: RowCells['texts'],
  languages: readonly string[],
  oldNames: ReadonlyMap<string, string> = new Map(),
): RowCells['texts'] =>
  Object.fromEntries(
    Object.entries(texts).map(([column, byLanguage]) => [
      column,
      Object.fromEntries(
        languages.flatMap((language) => {
          const text = ownProperty(byLanguage, oldNames.get(language) ?? language)
          return text === undefined ? [] : [[language, text]]
        }),
      ),
    ]),
  )

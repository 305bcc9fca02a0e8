import { ownProperty } from '#/lib/own-property.ts'
import type { CanonicalChoice, CanonicalForm } from './canonical-form.ts'
import { changedCells } from './compare-cells.ts'
import { comparedRow, type PlacedDifference, type RowsToCompare } from './compare-rows.ts'
import type { ComparedChoice, ComparedRow, Difference } from './difference.ts'
import { choiceKeys, type KeyedRow, labelOf } from './keyed-rows.ts'
import { longestIncreasing } from './longest-increasing.ts'

/** A choice of a list of either form, or of both. */
export interface PairedChoice {
  id: string
  list: string
  /** Its index in the list. */
  index: number
  before?: CanonicalChoice
  after?: CanonicalChoice
}

interface PairedLists {
  /** By the name of the list in the older form. */
  renamed: ReadonlyMap<string, string>
  /** All choices of both forms, in the order of the newer one, removed ones last. */
  choices: PairedChoice[]
}

const listOf = ({ row }: KeyedRow) => row.cells['select_from_list_name']

/** Pairs lists by name; and lists that one question offers, if only one form has each. */
export function pairChoices(before: CanonicalForm, after: CanonicalForm, { pairs }: RowsToCompare): PairedLists {
  const renamed = new Map<string, string>()
  const taken = new Set<string>()
  for (const [newer, older] of pairs.beforeOf) {
    const from = listOf(older)
    const to = listOf(newer)
    if (from === undefined || to === undefined || from === to || renamed.has(from) || taken.has(to)) continue
    const isOneList =
      Object.hasOwn(before.choices, from) &&
      !Object.hasOwn(after.choices, from) &&
      Object.hasOwn(after.choices, to) &&
      !Object.hasOwn(before.choices, to)
    if (!isOneList) continue
    renamed.set(from, to)
    taken.add(to)
  }
  const oldNames = new Map([...renamed].map(([from, to]) => [to, from]))
  const newerLists = Object.keys(after.choices)
  const goneLists = Object.keys(before.choices).filter(
    (list) => !renamed.has(list) && !Object.hasOwn(after.choices, list),
  )
  const choices = [...newerLists, ...goneLists].flatMap((list) =>
    pairList(
      list,
      ownProperty(before.choices, oldNames.get(list) ?? list) ?? [],
      ownProperty(after.choices, list) ?? [],
    ),
  )
  return { renamed, choices }
}

/** Pairs choices by name, then by label. */
function pairList(list: string, before: readonly CanonicalChoice[], after: readonly CanonicalChoice[]): PairedChoice[] {
  const keysBefore = choiceKeys(before)
  const keysAfter = choiceKeys(after)
  const indexByKey = new Map(keysBefore.map((key, index) => [key, index]))
  const beforeIndexOf = keysAfter.map((key) => indexByKey.get(key))
  const taken = new Set(beforeIndexOf)
  for (const [index, { texts }] of after.entries()) {
    if (beforeIndexOf[index] !== undefined) continue
    const labels = new Set(Object.values(texts['label'] ?? {}))
    const older = before.findIndex(
      (choice, at) => !taken.has(at) && Object.values(choice.texts['label'] ?? {}).some((label) => labels.has(label)),
    )
    if (older === -1) continue
    beforeIndexOf[index] = older
    taken.add(older)
  }
  const idBefore = (index: number) => `before:${list}\n\n${keysBefore[index]}`
  return [
    ...after.map((choice, index): PairedChoice => {
      const older = beforeIndexOf[index]
      const common = { list, index, after: choice }
      const choiceBefore = older === undefined ? undefined : before[older]
      return older !== undefined && choiceBefore
        ? { ...common, id: idBefore(older), before: choiceBefore }
        : { ...common, id: `added:${list}\n\n${keysAfter[index]}` }
    }),
    ...before.flatMap((choice, index): PairedChoice[] =>
      taken.has(index) ? [] : [{ id: idBefore(index), list, index, before: choice }],
    ),
  ]
}

/** What differs in the choices, except for their texts. */
export function compareChoices(paired: PairedLists, before: CanonicalForm, rows: RowsToCompare): PlacedDifference[] {
  const describe = choiceDescriber(rows)
  const differences: PlacedDifference[] = [...paired.renamed].map(([from, to]) => ({
    order: describe.orderOf(to),
    difference: { kind: 'listRenamed', before: from, after: to },
  }))
  const oldNames = new Map([...paired.renamed].map(([from, to]) => [to, from]))
  for (const [list, choices] of Map.groupBy(paired.choices, (choice) => choice.list)) {
    const order = describe.orderOf(list)
    const add = (difference: Difference) => differences.push({ order, difference })
    const olderOrder = new Map(
      (ownProperty(before.choices, oldNames.get(list) ?? list) ?? []).map((choice, at) => [choice, at]),
    )
    const inNewer = choices.filter((choice) => choice.after)
    const stayed = inNewer.filter((choice) => choice.before)
    const inOrder = longestIncreasing(stayed.map((choice) => (choice.before && olderOrder.get(choice.before)) ?? 0))
    const unmoved = new Set(stayed.filter((_choice, index) => inOrder.has(index)))
    for (const pair of choices) {
      if (!pair.after) {
        add({ kind: 'choiceRemoved', choice: describe.choice(pair) })
        continue
      }
      const position = { parent: list, after: inNewer[pair.index - 1]?.id ?? null }
      if (!pair.before) {
        add({ kind: 'choiceAdded', choice: describe.choice(pair), position, content: pair.after })
        continue
      }
      const changes = changedCells(pair.before.cells, pair.after.cells)
      if (pair.before.name === pair.after.name && unmoved.has(pair) && changes.length === 0) continue
      const choice = describe.choice(pair)
      if (pair.before.name !== pair.after.name) add({ kind: 'choiceRenamed', choice })
      if (!unmoved.has(pair)) add({ kind: 'choiceMoved', choice, position })
      for (const change of changes) add({ kind: 'choiceCell', choice, ...change })
    }
  }
  return differences
}

/** Says of a choice what the comparison shows of it. */
export function choiceDescriber({ before, after, pairs, languages }: RowsToCompare) {
  const usersAfter = Map.groupBy(after, listOf)
  const usersBefore = Map.groupBy(before, listOf)
  const rowsOf = (list: string) => usersAfter.get(list) ?? usersBefore.get(list) ?? []
  const users = new Map<string, ComparedRow[]>()
  const usedBy = (list: string) => {
    const known =
      users.get(list) ??
      rowsOf(list).map((row) =>
        usersAfter.has(list)
          ? comparedRow(pairs.beforeOf.get(row), row, languages)
          : comparedRow(row, pairs.afterOf.get(row), languages),
      )
    users.set(list, known)
    return known
  }
  const placeOf = (choice: CanonicalChoice, inLanguages: readonly string[]) => ({
    name: choice.name,
    label: labelOf(choice, inLanguages),
  })
  return {
    choice: ({ id, list, before: older, after: newer }: PairedChoice): ComparedChoice => ({
      id,
      list,
      ...(older && { before: placeOf(older, languages.before) }),
      ...(newer && { after: placeOf(newer, languages.after) }),
      usedBy: usedBy(list),
    }),
    /** After the first question that offers the list. */
    orderOf: (list: string) => {
      const [first] = rowsOf(list)
      return ((first && usersAfter.has(list) ? first : first && pairs.afterOf.get(first))?.index ?? Infinity) + 0.25
    },
  }
}

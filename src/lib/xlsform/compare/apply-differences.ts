import type { CanonicalChoice, CanonicalForm, CanonicalRow, RowCells } from './canonical-form.ts'
import type { Difference, Position } from './difference.ts'
import { choiceKeys, keyedRows } from './keyed-rows.ts'

/** The newer form, made of the older one and all differences of `compareForms`. */
export function applyDifferences(before: CanonicalForm, differences: readonly Difference[]): CanonicalForm {
  const form = structuredClone(before)
  const rows = new Map<string, CanonicalRow>()
  const parents = new Map<CanonicalRow, CanonicalRow | null>()
  for (const { key, row, parent } of keyedRows(form)) {
    rows.set(`before:${key}`, row)
    parents.set(row, parent?.row ?? null)
  }
  const listNames = new Map(
    differences.flatMap((difference) =>
      difference.kind === 'listRenamed' ? [[difference.before, difference.after] as const] : [],
    ),
  )
  const lists = new Map(
    Object.entries(form.choices).map(([name, choices]) => [listNames.get(name) ?? name, choices] as const),
  )
  const choices = new Map<string, CanonicalChoice>()
  for (const [list, items] of lists) {
    const keys = choiceKeys(items)
    for (const [index, choice] of items.entries()) choices.set(`before:${list}\n\n${keys[index]}`, choice)
  }
  const cellsOf = (id: string): RowCells | undefined => rows.get(id) ?? choices.get(id)
  const childrenOf = (parent: CanonicalRow | null | undefined) => parent?.children ?? form.survey
  const takeOut = (row: CanonicalRow) => remove(childrenOf(parents.get(row)), row)

  for (const difference of differences) {
    if (difference.kind === 'languageRenamed') renameLanguage([...rows.values(), ...choices.values()], difference)
  }
  // What is removed or moved goes first: then the rest is in order, and each of the others goes after its neighbour.
  const moved = new Map<string, CanonicalRow>()
  for (const difference of differences) {
    if (difference.kind !== 'moved' && difference.kind !== 'removed') continue
    const row = rows.get(difference.row.id)
    if (!row) continue
    takeOut(row)
    if (difference.kind === 'moved') moved.set(difference.row.id, row)
  }
  for (const difference of differences) {
    if (difference.kind !== 'choiceMoved' && difference.kind !== 'choiceRemoved') continue
    const choice = choices.get(difference.choice.id)
    if (choice) remove(lists.get(difference.choice.list) ?? [], choice)
  }
  for (const difference of differences) {
    switch (difference.kind) {
      case 'added': {
        const row = { ...structuredClone(difference.content), children: [] }
        rows.set(difference.row.id, row)
        insertRow(row, difference.position)
        break
      }
      case 'moved': {
        const row = moved.get(difference.row.id)
        if (row) insertRow(row, difference.position)
        break
      }
      case 'choiceAdded': {
        const choice = structuredClone(difference.content)
        choices.set(difference.choice.id, choice)
        insertChoice(choice, difference.position)
        break
      }
      case 'choiceMoved': {
        const choice = choices.get(difference.choice.id)
        if (choice) insertChoice(choice, difference.position)
        break
      }
      default:
        changeCells(difference)
    }
  }

  function insertRow(row: CanonicalRow, { parent, after }: Position) {
    insertAfter(childrenOf(parent === null ? null : rows.get(parent)), row, after === null ? null : rows.get(after))
  }

  function insertChoice(choice: CanonicalChoice, { parent, after }: Position) {
    const list = lists.get(parent ?? '') ?? []
    lists.set(parent ?? '', list)
    insertAfter(list, choice, after === null ? null : choices.get(after))
  }

  function changeCells(difference: Difference) {
    switch (difference.kind) {
      case 'renamed':
        setName(rows.get(difference.row.id), difference.row.after?.name)
        break
      case 'choiceRenamed':
        setName(choices.get(difference.choice.id), difference.choice.after?.name)
        break
      case 'type':
      case 'list':
      case 'logic':
      case 'display':
        setCell(rows.get(difference.row.id)?.cells, difference.column, difference.after)
        break
      case 'choiceCell':
        setCell(choices.get(difference.choice.id)?.cells, difference.column, difference.after)
        break
      case 'text':
        setText(rows.get(difference.row.id), difference.column, difference.language, difference.after)
        break
      case 'choiceText':
        setText(choices.get(difference.choice.id), difference.column, difference.language, difference.after)
        break
      case 'languageRemoved':
        for (const { id, column } of difference.texts) setText(cellsOf(id), column, difference.language, '')
        form.languages = form.languages.filter((language) => language !== difference.language)
        break
      case 'languageAdded':
        for (const { id, column, text } of difference.texts) setText(cellsOf(id), column, difference.language, text)
        form.languages.push(difference.language)
        break
      case 'languageRenamed':
        form.languages = form.languages.map((name) => (name === difference.before ? difference.after : name))
        break
      case 'languageOrder':
        form.languages = [...difference.after]
        break
      case 'setting':
        setCell(form.settings, difference.name, difference.after)
        break
      default: // what is added, removed or moved is elsewhere
    }
  }

  form.choices = Object.fromEntries([...lists].filter(([, items]) => items.length > 0))
  return form
}

function remove<Item>(items: Item[], item: Item) {
  const index = items.indexOf(item)
  if (index !== -1) items.splice(index, 1)
}

function insertAfter<Item>(items: Item[], item: Item, previous: Item | null | undefined) {
  items.splice(previous ? items.indexOf(previous) + 1 : 0, 0, item)
}

function setName(item: { name: string } | undefined, name: string | undefined) {
  if (item && name !== undefined) item.name = name
}

function setCell(cells: Record<string, string> | undefined, column: string, value: string) {
  if (!cells) return
  if (value === '') delete cells[column]
  else cells[column] = value
}

function setText(item: RowCells | undefined, column: string, language: string, value: string) {
  if (!item) return
  const texts = (item.texts[column] ??= {})
  setCell(texts, language, value)
  if (Object.keys(texts).length === 0) delete item.texts[column]
}

function renameLanguage(items: readonly RowCells[], { before, after }: { before: string; after: string }) {
  for (const { texts } of items) {
    for (const byLanguage of Object.values(texts)) {
      const text = byLanguage[before]
      if (text === undefined) continue
      delete byLanguage[before]
      byLanguage[after] = text
    }
  }
}

import { closesGroup } from '#/lib/xlsform/question-types.ts'
import { canonicalForm, type CanonicalForm, type ComparableForm } from './canonical-form.ts'
import { changedCells } from './compare-cells.ts'
import { compareChoices, pairChoices } from './compare-choices.ts'
import { compareRows, comparedRow, type PlacedDifference, type RowsToCompare } from './compare-rows.ts'
import { compareTexts } from './compare-texts.ts'
import type { ComparedRow, Difference, RowPlace } from './difference.ts'
import { type KeyedRow, keyedRows } from './keyed-rows.ts'
import { pairRows } from './pair-rows.ts'

/**
 * All differences between two forms, in the order of the newer one. A form has none with itself, and `applyDifferences`
 * makes the newer form of the older one with them.
 */
export function compareForms(before: ComparableForm, after: ComparableForm): Difference[] {
  const older = canonicalForm(before)
  const newer = canonicalForm(after)
  const rows = rowsToCompare({ before, after, older, newer })
  const choices = pairChoices(older, newer, rows)
  const settings = changedCells(older.settings, newer.settings).map(
    ({ column: name, ...change }): PlacedDifference => ({
      order: -1,
      difference: { kind: 'setting', name, ...change },
    }),
  )
  return [
    ...settings,
    ...compareRows(rows),
    ...compareChoices(choices, older, rows),
    ...compareTexts(older, newer, rows, choices.choices),
  ]
    .toSorted((a, b) => a.order - b.order || 0)
    .map(({ difference }) => difference)
}

/** A question whose answers have another key in the newer form: its name, its group, or the name of a group changed. */
export type MovedAnswers = Required<ComparedRow>

/** Questions of both forms whose path differs, in the order of the newer form. */
export function movedAnswers(before: ComparableForm, after: ComparableForm): MovedAnswers[] {
  const rows = rowsToCompare({ before, after, older: canonicalForm(before), newer: canonicalForm(after) })
  return rows.after.flatMap((newer) => {
    const older = rows.pairs.beforeOf.get(newer)
    if (!older || newer.isGroup || older.path === newer.path) return []
    const { before: from, after: to, ...row } = comparedRow(older, newer, rows.languages)
    if (!from || !to) return []
    const hasOther = [older, newer].every(({ row: { cells } }) => cells['_or_other'] === 'yes')
    return [
      { ...row, before: from, after: to },
      ...(hasOther ? [{ id: `${row.id} other`, isGroup: false, before: otherOf(from), after: otherOf(to) }] : []),
    ]
  })
}

/** The text question that KPI adds for the choice "other" [0262]. */
const otherOf = (place: RowPlace): RowPlace => ({
  ...place,
  path: `${place.path}_other`,
  name: `${place.name}_other`,
  type: 'text',
})

interface Forms {
  before: ComparableForm
  after: ComparableForm
  older: CanonicalForm
  newer: CanonicalForm
}

function rowsToCompare({ before, after, older, newer }: Forms): RowsToCompare {
  const rowsBefore = keyedRows(older)
  const rowsAfter = keyedRows(newer)
  const identifiers = { before: identifiersOf(before, rowsBefore), after: identifiersOf(after, rowsAfter) }
  return {
    before: rowsBefore,
    after: rowsAfter,
    pairs: pairRows(rowsBefore, rowsAfter, identifiers),
    languages: { before: older.languages, after: newer.languages },
  }
}

/** The `$kuid` of each row by its key. */
function identifiersOf({ survey }: ComparableForm, rows: readonly KeyedRow[]): Map<string, string> {
  const inOrder = survey.filter(({ type }) => typeof type !== 'string' || !closesGroup(type))
  return new Map(
    rows.flatMap(({ key }, index) => {
      const identifier = inOrder[index]?.['$kuid']
      return typeof identifier === 'string' && identifier !== '' ? [[key, identifier]] : []
    }),
  )
}

/** How many questions a form has, notes included. */
export const questionCount = (form: ComparableForm) =>
  keyedRows(canonicalForm(form)).filter((row) => !row.isGroup).length

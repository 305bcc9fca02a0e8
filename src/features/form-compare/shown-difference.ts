import {
  categoryOf,
  type ChoiceDifference,
  type ComparedRow,
  type Difference,
  type DifferenceCategory,
} from '#/lib/xlsform/compare/difference.ts'

/** What one line of the comparison shows: a difference, or those of one kind in the choices of a list. */
export interface ShownDifference {
  key: string
  category: DifferenceCategory
  /** The question or group; `null` for what concerns the whole form. */
  row: ComparedRow | null
  /** Further questions that offer the same list. */
  otherRows: readonly ComparedRow[]
  first: Difference
  choices: readonly ChoiceDifference[]
}

/** A group of the form, outermost label first; without labels for what is in no group. */
export interface ShownSection {
  key: string
  kind: 'form' | 'ungrouped' | 'group'
  labels: readonly string[]
  differences: ShownDifference[]
}

/** Choices that are folded into one line. Their texts are shown one by one. */
const TOGETHER = new Set<Difference['kind']>(['choiceAdded', 'choiceRemoved', 'choiceRenamed', 'choiceMoved'])

/** The lines of a comparison in the order of the newer form. */
export function shownDifferences(differences: readonly Difference[]): ShownDifference[] {
  const shown: ShownDifference[] = []
  const byList = new Map<string, ChoiceDifference[]>()
  for (const [index, difference] of differences.entries()) {
    const category = categoryOf(difference)
    if ('row' in difference) {
      const { row } = difference
      shown.push({ key: String(index), category, row, otherRows: [], first: difference, choices: [] })
      continue
    }
    if (!('choice' in difference)) {
      shown.push({ key: String(index), category, row: null, otherRows: [], first: difference, choices: [] })
      continue
    }
    const listKey = `${difference.kind} ${difference.choice.list}`
    const together = byList.get(listKey)
    if (together) {
      together.push(difference)
      continue
    }
    const choices = [difference]
    if (TOGETHER.has(difference.kind)) byList.set(listKey, choices)
    const [row = null, ...otherRows] = difference.choice.usedBy
    shown.push({ key: String(index), category, row, otherRows, first: difference, choices })
  }
  return shown
}

/** Texts by which a line is found. */
export const searchedTexts = ({ row, otherRows, first }: ShownDifference): string[] => [
  ...[row, ...otherRows].flatMap((each) =>
    [each?.before, each?.after].flatMap((place) => (place ? [place.label, place.path] : [])),
  ),
  ...('name' in first ? [first.name] : []),
]

/** The lines under the groups that they belong to. */
export function sectionsOf(shown: readonly ShownDifference[]): ShownSection[] {
  const sections = new Map<string, ShownSection>()
  for (const difference of shown) {
    const section = sectionOf(difference.row)
    const known = sections.get(section.key)
    if (known) known.differences.push(difference)
    else sections.set(section.key, { ...section, differences: [difference] })
  }
  return [...sections.values()]
}

function sectionOf(row: ComparedRow | null): Omit<ShownSection, 'differences'> {
  const place = row?.after ?? row?.before
  if (!row || !place) return { key: '#form', kind: 'form', labels: [] }
  const groups = row.isGroup ? [...place.groups, place] : place.groups
  const innermost = groups.at(-1)
  if (!innermost) return { key: '#ungrouped', kind: 'ungrouped', labels: [] }
  return { key: innermost.path, kind: 'group', labels: groups.map(({ label }) => label) }
}

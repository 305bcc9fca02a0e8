import { surveyLines } from './check-survey.ts'
import type { Finding } from './finding.ts'
import { cellOf, type FormLine, type FormTable, hasCell } from './form-table.ts'

interface Choice extends FormLine {
  list: string
  /** As the sheet has it; KPI makes one from the label where it is missing. */
  name: string | undefined
}

/** The rows of `choices` that belong to a list; KPI drops the others. */
const choiceLines = (table: FormTable): Choice[] =>
  table.lines.flatMap((line): Choice[] => {
    const list = cellOf(line, 'list_name', 'list name')?.text
    return list === undefined ? [] : [{ ...line, list, name: cellOf(line, 'name', 'value')?.text }]
  })

/** Checks the sheet `choices` by itself: names that are missing, twice in a list [2441], or hold spaces. */
export function checkChoices(table: FormTable, survey: FormTable, settings: FormTable | undefined): Finding[] {
  const { sheet } = table
  const findings: Finding[] = []
  const allowsDuplicates = settings?.lines.some((line) =>
    /^(yes|true|true\(\))$/i.test(cellOf(line, 'allow_choice_duplicates')?.text ?? ''),
  )
  const multiple = new Set(surveyLines(survey).flatMap(({ type, list }) => (type === 'select_multiple' ? [list] : [])))
  const used = new Set(surveyLines(survey).map(({ list }) => list))
  const labelColumn = table.headings.find(({ name }) => name === 'label')?.column
  const rowOfChoice = new Map<string, number>()
  const unused = new Map<string, Choice>()
  for (const choice of choiceLines(table)) {
    const { list, name, row } = choice
    const nameCell = cellOf(choice, 'name', 'value')
    const place = { sheet, row, ...(nameCell && { column: nameCell.column }) }
    const [own, value] = [cellOf(choice, 'name'), cellOf(choice, 'value')]
    if (own && value && own.text !== value.text) {
      const values = { name: own.text, value: value.text }
      findings.push({ code: 'nameAndValueDiffer', severity: 'import', ...place, column: value.column, values })
    }
    if (!hasCell(choice, 'label')) {
      const at = labelColumn === undefined ? place : { ...place, column: labelColumn }
      if (name === undefined) {
        findings.push({ code: 'choiceWithoutNameAndLabel', severity: 'import', ...at, values: { list } })
      } else findings.push({ code: 'choiceWithoutLabel', severity: 'warning', ...at, values: { name, list } })
    }
    if (!used.has(list) && !unused.has(list)) unused.set(list, choice)
    if (name === undefined) continue
    const key = JSON.stringify([list, name])
    const first = rowOfChoice.get(key)
    if (first === undefined) rowOfChoice.set(key, row)
    else if (!allowsDuplicates) {
      findings.push({ code: 'duplicateChoice', severity: 'deployment', ...place, values: { name, list, row: first } })
    }
    if (name.includes(' ') && multiple.has(list)) {
      findings.push({ code: 'choiceNameWithSpace', severity: 'deployment', ...place, values: { name, list } })
    }
  }
  for (const [list, { row, ...choice }] of unused) {
    // A list may be named by an expression, as `instance('list')`.
    if (survey.lines.some(({ cells }) => [...cells.values()].flat().some(({ text }) => text.includes(list)))) continue
    const column = cellOf({ row, ...choice }, 'list_name', 'list name')?.column
    findings.push({
      code: 'listNotUsed',
      severity: 'warning',
      sheet,
      row,
      ...(column !== undefined && { column }),
      values: { list },
    })
  }
  return findings
}

/** Checks that the lists of the questions exist [0220-c]. */
export function checkLists(survey: FormTable, choices: FormTable | undefined): Finding[] {
  const lists = new Set(choices ? choiceLines(choices).map(({ list }) => list) : [])
  return surveyLines(survey).flatMap((line): Finding[] => {
    const { type, list, row } = line
    if (list === undefined || type === 'select_one_external') return []
    if (lists.has(list) || list.includes('${') || /\.(csv|geojson|xml)$/.test(list)) return []
    const column = cellOf(line, 'type')?.column
    const place = { sheet: survey.sheet, row, ...(column !== undefined && { column }) }
    const code = lists.size === 0 ? 'noChoicesSheet' : 'unknownList'
    const likely = closestName(list, lists)
    return [{ code, severity: 'deployment', ...place, values: { list, ...(likely !== undefined && { likely }) } }]
  })
}

/** The name that differs least from a mistyped one: by two characters at most, and by less than half of it. */
export function closestName(typed: string, names: Iterable<string>): string | undefined {
  let closest: string | undefined
  let least = Math.min(3, Math.ceil(typed.length / 2))
  for (const name of names) {
    if (Math.abs(name.length - typed.length) >= least) continue
    const distance = editDistance(typed.toLowerCase(), name.toLowerCase())
    if (distance >= least) continue
    closest = name
    least = distance
  }
  return closest
}

/** Levenshtein's distance: how many characters must be put in, removed or replaced. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      now.push(Math.min(replaced, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1))
    }
    before = now
  }
  return before.at(-1) ?? 0
}

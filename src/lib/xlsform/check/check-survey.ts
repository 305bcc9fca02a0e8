import { VALID_NAME } from '#/lib/xlsform/names.ts'
import {
  closesGroup,
  expandType,
  isKnownType,
  lacksList,
  METADATA_TYPES,
  opensGroup,
} from '#/lib/xlsform/question-types.ts'
import type { Finding, FindingCode, Severity } from './finding.ts'
import { cellOf, type FormLine, type FormTable, hasCell } from './form-table.ts'

/** A row of the survey with its type as KPI stores it. */
export interface SurveyLine extends FormLine {
  type: string
  /** The list of a question with choices. */
  list: string | undefined
  withOther: boolean
  /** As the sheet has it; KPI makes one from the label where it is missing. */
  name: string | undefined
}

/** The rows of the survey that KPI keeps: those with a type. */
export const surveyLines = ({ lines }: FormTable): SurveyLine[] =>
  lines.flatMap((line): SurveyLine[] => {
    const type = cellOf(line, 'type')
    if (!type) return []
    const expanded = expandType(type.text)
    return [
      {
        ...line,
        type: expanded.type ?? '',
        list: expanded.select_from_list_name,
        withOther: expanded._or_other === true,
        name: cellOf(line, 'name')?.text,
      },
    ]
  })

/** Types without a question on screen, which need no label (pyxform, `question_type_dictionary.py`). */
const WITHOUT_LABEL = new Set([
  ...METADATA_TYPES,
  ...'calculate hidden start-geopoint background-audio background-geopoint csv-external xml-external'.split(' '),
  ...'simserial subscriberid imei phone_number rank__level score__row'.split(' '),
])

/** Whether pyxform refuses a question of this type without label, hint and media. */
const needsLabel = (type: string) =>
  !WITHOUT_LABEL.has(type) &&
  !opensGroup(type) &&
  !closesGroup(type) &&
  !/^(q calculate|add calculate|get |uri:)/.test(type)

/** Checks each row of the survey by itself: type, name, what the type needs [2460-2469]. */
export function checkSurvey(table: FormTable): Finding[] {
  const { sheet } = table
  const findings: Finding[] = []
  const columnOf = (name: string) => table.headings.find((heading) => heading.name === name)?.column
  const add = (
    code: FindingCode,
    severity: Severity,
    { row }: FormLine,
    column: number | undefined,
    values: Finding['values'] = {},
  ) => findings.push({ code, severity, sheet, row, ...(column !== undefined && { column }), values })

  for (const line of table.lines) {
    if (hasCell(line, 'type')) continue
    const name = cellOf(line, 'name')
    if (name) add('typeMissing', 'import', line, columnOf('type') ?? name.column, { name: name.text })
    else if (hasCell(line, 'label')) add('rowIgnored', 'warning', line, columnOf('type'))
  }

  const rowOfName = new Map<string, number>()
  for (const line of surveyLines(table)) {
    const { type, name } = line
    const typeCell = cellOf(line, 'type')
    if (!isKnownType(type)) add('unknownType', 'import', line, typeCell?.column, { type: typeCell?.text ?? type })
    else if (lacksList(typeCell?.text ?? '')) {
      add('listMissing', 'deployment', line, typeCell?.column, { type })
    }
    if (name !== undefined && !closesGroup(type)) {
      const column = cellOf(line, 'name')?.column
      const first = rowOfName.get(name)
      if (!VALID_NAME.test(name)) add('invalidName', 'import', line, column, { name })
      else if (first !== undefined) add('duplicateName', 'import', line, column, { name, row: first })
      else if (!XPATH_NAME.test(name)) add('nameNotInXPath', 'deployment', line, column, { name })
      if (first === undefined) rowOfName.set(name, line.row)
    }
    if (type === 'calculate' && !hasCell(line, 'calculation', 'bind::calculate', 'default')) {
      add('calculationMissing', 'deployment', line, columnOf('calculation') ?? typeCell?.column)
    }
    if (needsLabel(type) && !hasCell(line, ...LABELS) && !hasCell(line, 'calculation', 'bind::calculate')) {
      add('labelMissing', 'deployment', line, columnOf('label') ?? typeCell?.column, { name: name ?? '' })
    }
    if (line.withOther && hasCell(line, 'choice_filter')) {
      add('otherWithFilter', 'deployment', line, cellOf(line, 'choice_filter')?.column)
    }
    if (type === 'select_one_external') add('externalChoices', 'deployment', line, typeCell?.column)
  }
  return findings
}

/** What shows a question: one of them is enough. */
const LABELS = ['label', 'hint', 'media::image', 'media::audio', 'media::video', 'media::big-image']

/** Names that ODK Validate can read in an expression; KPI imports others, and does not deploy them [2465]. */
const XPATH_NAME = /^[\w.-]+$/

/** Checks that groups are opened and closed in order [2468]; and names that differ only in case [2464]. */
export function checkGroups(table: FormTable): Finding[] {
  const { sheet } = table
  const findings: Finding[] = []
  interface Group {
    kind: string
    name: string
    row: number
    column: number | undefined
    names: Map<string, string>
  }
  const root: Group = { kind: '', name: '', row: 0, column: undefined, names: new Map() }
  const open: Group[] = [root]
  for (const line of surveyLines(table)) {
    const { type, row, name } = line
    const column = cellOf(line, 'type')?.column
    const place = { sheet, row, ...(column !== undefined && { column }) }
    if (closesGroup(type)) {
      const group = open.length > 1 ? open.pop() : undefined
      const kind = type.slice('end_'.length)
      if (!group) findings.push({ code: 'endWithoutBegin', severity: 'import', ...place, values: {} })
      else if (group.kind !== kind) {
        const values = { kind, begun: group.kind, row: group.row }
        findings.push({ code: 'wrongEnd', severity: 'deployment', ...place, values })
      }
      continue
    }
    const names = open.at(-1)?.names ?? root.names
    if (name !== undefined) {
      const other = names.get(name.toLowerCase())
      if (other === undefined) names.set(name.toLowerCase(), name)
      else if (other !== name) {
        const nameColumn = cellOf(line, 'name')?.column
        const values = { name, other }
        findings.push({
          code: 'nameDiffersInCase',
          severity: 'deployment',
          ...place,
          ...(nameColumn !== undefined && { column: nameColumn }),
          values,
        })
      }
    }
    if (opensGroup(type)) {
      open.push({ kind: type.slice('begin_'.length), name: name ?? '', row, column, names: new Map() })
    }
  }
  for (const { name, row, column } of open.slice(1)) {
    const place = { sheet, row, ...(column !== undefined && { column }) }
    findings.push({ code: 'groupNotClosed', severity: 'deployment', ...place, values: { name } })
  }
  return findings
}

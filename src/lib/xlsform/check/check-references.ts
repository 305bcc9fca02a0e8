import { slugOf } from '#/lib/xlsform/names.ts'
import { closesGroup } from '#/lib/xlsform/question-types.ts'
import { closestName } from './check-choices.ts'
import { type SurveyLine, surveyLines } from './check-survey.ts'
import type { Finding } from './finding.ts'
import { cellOf, type FormTable } from './form-table.ts'

/** Columns in which pyxform replaces `${name}` by a path, in every language. */
const WITH_REFERENCES = new Set(
  (
    'label hint guidance_hint relevant bind::relevant constraint bind::constraint constraint_message required ' +
    'bind::required required_message calculation bind::calculate choice_filter repeat_count read_only bind::readonly ' +
    'default trigger'
  ).split(' '),
)

const REFERENCE = /\$\{(?:last-saved#)?([^{}\s]+)\}/g

/** Checks that every `${name}` names a question [0220-j]. */
export function checkReferences(survey: FormTable, choices: FormTable | undefined): Finding[] {
  const lines = surveyLines(survey)
  const names = new Set(lines.flatMap(nameOf))
  const findings: Finding[] = []
  for (const table of choices ? [survey, choices] : [survey]) {
    for (const { row, cells } of table === survey ? lines : table.lines) {
      for (const [column, filled] of cells) {
        if (!WITH_REFERENCES.has(column)) continue
        for (const cell of filled) {
          for (const [, name = ''] of cell.text.matchAll(REFERENCE)) {
            if (names.has(name)) continue
            const likely = closestName(name, names)
            findings.push({
              code: 'unknownReference',
              severity: 'deployment',
              sheet: table.sheet,
              row,
              column: cell.column,
              values: { name, ...(likely !== undefined && { likely }) },
            })
          }
        }
      }
    }
  }
  return findings
}

/** The name of a row: its own, or the one that KPI makes from its label [0220-a]. */
function nameOf({ type, name, ...line }: SurveyLine): string[] {
  if (closesGroup(type)) return []
  if (name !== undefined) return [name]
  const slug = slugOf(cellOf(line, 'label')?.text ?? '')
  return slug === '' ? [] : [slug]
}

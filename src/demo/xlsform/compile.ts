import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'

export const SERVER_CRASH = Symbol('KPI answers 500')

/**
 * The error with which a form cannot be deployed, with pyxform's message, or `null`. Checks lists, calculations and
 * references, which needs no compiler. Returns {@link SERVER_CRASH} if KPI itself fails.
 */
export function compileError({ survey, choices = [], settings }: FormContent): string | typeof SERVER_CRASH | null {
  const lists = new Set(choices.map(({ list_name: list }) => list))
  const selects = survey.filter(({ select_from_list_name: list }) => list !== undefined)
  if (selects.some(({ type }) => type === 'select_one_external')) return SERVER_CRASH
  if (selects.length > 0 && choices.length === 0) return NO_CHOICES
  return (
    (isTrue(settings['allow_choice_duplicates']) ? null : duplicateChoiceError(choices)) ??
    survey.map((row, index) => rowError(row, sheetRow(index), lists)).find((fault) => fault !== null) ??
    referenceError(survey) ??
    caseError(survey)
  )
}

const NO_CHOICES =
  "There should be a choices sheet in this xlsform. Please ensure that the choices sheet has the mandatory columns 'list_name', 'name', and 'label'."

/** Row number in the sheet; the first row contains the headings. */
const sheetRow = (index: number) => index + 2

const isTrue = (setting: unknown) => typeof setting === 'string' && /^(yes|true|true\(\))$/i.test(setting)

/** The same name twice in a list [2441]. */
function duplicateChoiceError(choices: FormRow[]): string | null {
  const seen = new Set<string>()
  for (const [index, { list_name: list, name, $autovalue = name }] of choices.entries()) {
    const key = JSON.stringify([list, $autovalue])
    if (seen.has(key)) {
      return (
        `[row : ${sheetRow(index)}] On the 'choices' sheet, the 'name' value is invalid. Choice names must be unique for ` +
        "each choice list. If this is intentional, use the setting 'allow_choice_duplicates'. Learn more: " +
        'https://xlsform.org/#choice-names.'
      )
    }
    seen.add(key)
  }
  return null
}

function rowError(row: FormRow, number: number, lists: Set<unknown>): string | null {
  const { type, select_from_list_name: list, calculation } = row
  if (type === 'calculate' && !calculation && !row.default) return `[row : ${number}] Missing calculation.`
  if (list === undefined || lists.has(list) || list.startsWith('${')) return null
  return `[row : ${number}] List name not in choices sheet: ${list}`
}

const EXPRESSIONS = [
  'relevant',
  'bind:relevant',
  'constraint',
  'calculation',
  'choice_filter',
  'required',
  'repeat_count',
]

function referenceError(survey: FormRow[]): string | null {
  const names = new Set(survey.map(({ $autoname, name }) => $autoname ?? name))
  const texts = survey.flatMap((row) => [...EXPRESSIONS.map((column) => row[column]), row.label, row.hint].flat())
  for (const text of texts) {
    if (typeof text !== 'string') continue
    for (const [reference, name] of text.matchAll(/\$\{([^{}\s]+)\}/g)) {
      if (names.has(name)) continue
      return `There has been a problem trying to replace ${reference} with the XPath to the survey element named '${name}'. There is no survey element with this name.`
    }
  }
  return null
}

/** Names in the same group that differ only in case [2464]. */
function caseError(survey: FormRow[]): string | null {
  const seen = new Set<string>()
  for (const { $xpath: path } of survey) {
    if (typeof path !== 'string') continue
    const folded = path.toLowerCase()
    const [group, name] = [folded.split('/').at(-2), folded.split('/').at(-1)]
    if (seen.has(folded)) {
      return `There are more than one survey elements named '${name}' (case-insensitive) in the section named '${group ?? 'data'}'.`
    }
    seen.add(folded)
  }
  return null
}

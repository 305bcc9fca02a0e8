import type { FormContent, FormRow } from '#/demo/records.ts'

export const CRASH = Symbol('KPI answers 500')

/**
 * Why a form cannot be deployed, in the words of pyxform, or `null`. Finds what can be known without a compiler:
 * lists, calculations and references. {@link CRASH} where KPI itself breaks.
 */
export function compileFault({ survey, choices = [] }: FormContent): string | typeof CRASH | null {
  const lists = new Set(choices.map(({ list_name: list }) => list))
  const selects = survey.filter(({ select_from_list_name: list }) => list !== undefined)
  if (selects.some(({ type }) => type === 'select_one_external')) return CRASH
  if (selects.length > 0 && choices.length === 0) return NO_CHOICES
  return (
    survey.map((row, at) => rowFault(row, sheetRow(at), lists)).find((fault) => fault !== null) ??
    referenceFault(survey) ??
    caseFault(survey)
  )
}

const NO_CHOICES =
  "There should be a choices sheet in this xlsform. Please ensure that the choices sheet has the mandatory columns 'list_name', 'name', and 'label'."

/** The first row of the sheet holds the headings. */
const sheetRow = (at: number) => at + 2

function rowFault(row: FormRow, number: number, lists: Set<unknown>): string | null {
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

function referenceFault(survey: FormRow[]): string | null {
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

/** Names in one group that differ in case only [2464]. */
function caseFault(survey: FormRow[]): string | null {
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

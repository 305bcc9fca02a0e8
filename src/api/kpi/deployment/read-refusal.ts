import type { FormContent } from '#/api/kpi/form/schema.ts'

/** What the server found wrong in a form when it was deployed. Each has texts in the catalogue. */
type RefusalCode =
  | 'calculationMissing'
  | 'listMissing'
  | 'noChoices'
  | 'sameChoices'
  | 'referenceMissing'
  | 'sameNames'
  | 'nameNotAllowed'
  | 'expression'
  | 'circle'
  | 'function'
  | 'sheetName'
  | 'inRow'
  | 'other'

/** A refusal, with the places in the form that it is about. */
export interface Refusal {
  code: RefusalCode
  /** The row of the form's spreadsheet; row 1 has the headings. */
  row?: number
  sheet?: 'survey' | 'choices'
  /** Names of the questions. */
  questions: string[]
  /** The list, the name, the expression or the text that it is about. */
  value?: string
}

/** A rule for a text of pyxform, of KPI, or of ODK Validate. Named groups: `row`, `name`, `value`. */
type Rule = [code: RefusalCode, pattern: RegExp]

const ROW = String.raw`(?:\[row : (?<row>\d+)\]\s*)?`

/** Texts of the server, which are English whatever the language [2431-2471]. The first match applies. */
const RULES: Rule[] = [
  ['calculationMissing', new RegExp(`${ROW}Missing calculation`)],
  ['listMissing', new RegExp(`${ROW}List name not in choices sheet: (?<value>.+)`)],
  ['noChoices', /There should be a choices sheet/],
  ['sameChoices', new RegExp(`${ROW}On the 'choices' sheet.*Choice names must be unique`)],
  ['referenceMissing', /problem trying to replace \$\{(?<value>[^}]*)\}/],
  ['sameNames', /more than one survey elements? named '(?<name>[^']*)'/],
  ['sameNames', /Duplicate name error: (?<name>.+)/],
  ['sheetName', /Sheetname '(?<value>[^']*)'/],
  ['circle', /Cycle detected/],
  ['expression', /bind for \$\{(?<name>[^}]*)\} contains invalid (?<column>\w+) expression \[(?<value>.*?)\] Bad node/],
  ['function', /cannot handle function '(?<value>[^']*)'/],
  ['nameNotAllowed', /Parse error in XPath path: \[\/[A-Za-z0-9_]+(?:\/[^\s/[\]()]+)*\/(?<name>[^\s/[\]()]+)\]/],
  ['expression', /Parse error in XPath path: \[(?<value>.*)\]\.?$/m],
  ['inRow', /\[row : (?<row>\d+)\]\s*(?<value>[\s\S]+)/],
]

/** The end of each text of ODK Validate: names of files on the server. */
const FILES = /\n+The following files failed validation:[\s\S]*$/

/** Reads why the server refused to deploy a form, and looks up what it names in the form. */
export function readRefusal(message: string, content: FormContent): Refusal {
  const text = message.replace(FILES, '')
  for (const [code, pattern] of RULES) {
    const match = pattern.exec(text)
    if (match) return refusalOf(code, match.groups ?? {}, text, content)
  }
  return { code: 'other', questions: namedIn(text, content) }
}

function refusalOf(
  code: RefusalCode,
  { row, name, value }: Partial<Record<string, string>>,
  text: string,
  content: FormContent,
): Refusal {
  const number = row === undefined ? undefined : Number(row)
  const sheet = number === undefined ? undefined : text.includes("'choices' sheet") ? 'choices' : 'survey'
  return {
    code,
    questions: questionsOf(code, { name, value, number: sheet === 'survey' ? number : undefined }, text, content),
    ...(number !== undefined && { row: number }),
    ...(sheet && { sheet }),
    ...(value !== undefined && { value: value.trim() }),
  }
}

interface Named {
  name: string | undefined
  value: string | undefined
  number: number | undefined
}

function questionsOf(code: RefusalCode, { name, value, number }: Named, text: string, content: FormContent): string[] {
  if (name !== undefined) {
    const folded = name.trim().toLowerCase()
    const same = namesOf(content).filter((one) => one.toLowerCase() === folded)
    return same.length > 0 ? [...new Set(same)] : [name.trim()]
  }
  if (code === 'referenceMissing') return usersOf(content, `\${${value}}`)
  if (code === 'expression' && value !== undefined) return usersOf(content, value)
  if (code === 'function') return usersOf(content, `${value}(`)
  // KPI writes one row of the sheet for each row of the form, below the headings.
  const question = number === undefined ? undefined : content.survey[number - 2]
  const named = question?.name ?? question?.$autoname
  return named === undefined ? namedIn(text, content) : [named]
}

const namesOf = ({ survey }: FormContent) => survey.flatMap(({ name, $autoname = name }) => $autoname ?? [])

/** The questions that a text of ODK Validate names as `${name}`. */
const namedIn = (text: string, content: FormContent): string[] => {
  const names = new Set(namesOf(content))
  return [...new Set([...text.matchAll(/\$\{([^{}\s]+)\}/g)].map(([, name = '']) => name))].filter((name) =>
    names.has(name),
  )
}

/** The questions in whose texts or expressions this occurs. */
const usersOf = ({ survey }: FormContent, part: string): string[] =>
  survey.flatMap((row) =>
    Object.entries(row).some(
      ([column, cell]) => !column.startsWith('$') && JSON.stringify(cell)?.includes(quoted(part)),
    )
      ? (row.name ?? row.$autoname ?? [])
      : [],
  )

/** As it stands within JSON. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1)

import type { FormRow } from '#/demo/records.ts'
import { closesGroup, opensGroup } from './question-types.ts'
import { ImportFault } from './sheets.ts'

const VALID_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u
const LONGEST_NAME = 40

/**
 * Gives every row the name that stands in submissions: its own, or one made of its label [0220-a]. Rows without a
 * `name` keep none: `$autoname` holds it [0376]. Group ends have no name.
 * @throws ImportFault as KPI words it [0220-e]; for the same name twice also across groups [2462, 2463]
 */
export function nameRows(survey: FormRow[]) {
  const taken = new Set(survey.map(({ name }) => name).filter((name) => name !== undefined))
  const path: string[] = []
  const given = new Set<string>()
  for (const row of survey) {
    if (closesGroup(row.type)) {
      path.pop()
      continue
    }
    const name = row.name !== undefined ? checked(row.name, given) : free(nameFrom(row), taken)
    row.$autoname = name
    row.$xpath = [...path, name].join('/')
    if (opensGroup(row.type)) path.push(name)
  }
}

function checked(name: string, given: Set<string>): string {
  if (!VALID_NAME.test(name)) throw new ImportFault('ValueError', `Invalid node name: ${name}`)
  if (given.has(name)) throw new ImportFault('DuplicateNameException', `Duplicate node name: ${name}`)
  given.add(name)
  return name
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 1; taken.has(name); count++) name = `${wanted}_${String(count).padStart(3, '0')}`
  taken.add(name)
  return name
}

function nameFrom(row: FormRow): string {
  const slug = slugOf(firstText(row.label))
  return slug || `${row.type}_${row.$kuid}`
}

/** `Your name?` → `Your_name`. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w]+/g, '_')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^_+|_+$/g, '')
  return /^\d/.test(slug) ? `_${slug}` : slug
}

export const firstText = (label: unknown): string => {
  const text: unknown = Array.isArray(label) ? label[0] : label
  return typeof text === 'string' ? text : ''
}

import type { FormRow } from './form-content.ts'
import { closesGroup, opensGroup } from './question-types.ts'
import { ImportError } from './sheets.ts'

/** What KPI accepts as a name [2460, 2461, 2465]. */
export const VALID_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u
const LONGEST_NAME = 40

/**
 * Sets `$autoname` and `$xpath` of every row: its own name, or one derived from its label [0220-a]. Rows without a
 * `name` do not get one [0376]. Group ends have no name.
 * @throws ImportError with KPI's message for an invalid name [0220-e], or the same name twice, even in different
 *   groups [2462, 2463]
 */
export function nameRows(survey: FormRow[]) {
  const reservedNames = new Set(survey.map(({ name }) => name).filter((name) => name !== undefined))
  const path: string[] = []
  const usedNames = new Set<string>()
  for (const row of survey) {
    if (closesGroup(row.type)) {
      if (path.length === 0) throw new ImportError('IndexError', 'pop from empty list') // [2468]
      path.pop()
      continue
    }
    const name = row.name !== undefined ? checkName(row.name, usedNames) : uniqueName(nameFrom(row), reservedNames)
    row.$autoname = name
    row.$xpath = [...path, name].join('/')
    if (opensGroup(row.type)) path.push(name)
  }
}

function checkName(name: string, usedNames: Set<string>): string {
  if (!VALID_NAME.test(name)) throw new ImportError('ValueError', `Invalid node name: ${name}`)
  if (usedNames.has(name)) throw new ImportError('DuplicateNameException', `Duplicate node name: ${name}`)
  usedNames.add(name)
  return name
}

function uniqueName(base: string, reservedNames: Set<string>): string {
  let name = base
  for (let count = 1; reservedNames.has(name); count++) name = `${base}_${String(count).padStart(3, '0')}`
  reservedNames.add(name)
  return name
}

function nameFrom(row: FormRow): string {
  const slug = slugOf(firstText(row.label))
  return slug || `${row.type}_${row.$kuid}`
}

/** Converts a label to a name: `Your name?` → `Your_name`. */
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

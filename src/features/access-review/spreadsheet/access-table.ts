import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { CODENAMES } from '#/api/kpi/permissions/codenames.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import type { NamedAccess } from '#/features/access-review/model/role-of-access.ts'
import { nameOfAccess } from '#/features/access-review/model/role-of-access.ts'
import type { ReviewedProject } from '#/features/access-review/model/review.ts'
import { COLUMNS, type ColumnKey } from './columns.ts'
import { rulesText } from './rules-text.ts'

/** The texts of the file in the current language. */
export interface TableTexts {
  heading: (column: ColumnKey) => string
  role: (name: NamedAccess | 'owner' | 'anyone') => string
  yes: string
  no: string
}

export const headingsOf = ({ heading }: TableTexts) => COLUMNS.map((column) => heading(column))

/** The rows of one project: its owner, then each person, then everybody without an account. */
export function rowsOf(project: ReviewedProject, texts: TableTexts): string[][] {
  const collator = new Intl.Collator(undefined, { numeric: true })
  const people = [...project.people].toSorted(
    ([a], [b]) => Number(a === ANONYMOUS) - Number(b === ANONYMOUS) || collator.compare(a, b),
  )
  const row = (username: string, role: string, access: Access | 'owner') => [
    project.name,
    project.uid,
    project.owner,
    username,
    role,
    '',
    ...CODENAMES.map((codename) => {
      const has = access === 'owner' ? codename !== 'partial_submissions' : access.held.has(codename)
      return has ? texts.yes : texts.no
    }),
    access === 'owner' ? '' : rulesText(access),
  ]
  return [
    row(project.owner, texts.role('owner'), 'owner'),
    ...people.map(([username, access]) =>
      row(username, texts.role(username === ANONYMOUS ? 'anyone' : nameOfAccess(access)), access),
    ),
  ]
}

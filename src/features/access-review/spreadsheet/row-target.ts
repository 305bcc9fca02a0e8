import {
  afterRevoking,
  type Codename,
  CODENAMES,
  contradicts,
  impliedBy,
  withImplied,
} from '#/api/kpi/permissions/codenames.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import type { ColumnKey } from './columns.ts'
import type { FileRow } from './read-rows.ts'
import { rulesText } from './rules-text.ts'
import type { FileLabels } from './file-labels.ts'

/** What is wrong with a cell, for a text with these values. */
export type CellProblem = { column: ColumnKey } & (
  | { kind: 'unreadable' | 'unknownRole'; text: string }
  | { kind: 'contradiction'; permission: Codename; other: Codename }
  | { kind: 'rules' }
)

export type RowTarget = { problem: CellProblem } | { problem: null; to: ReadonlySet<Codename> }

/**
 * The permissions that a row asks for. It depends on what the row says, and on the current access only where cells are
 * blank, so that reading a file a second time changes nothing. A new role counts more than the permissions.
 */
export function targetOf({ cells }: FileRow, current: Access, { roleOf, yesNo }: FileLabels): RowTarget {
  const newRole = cells.newRole ?? ''
  if (newRole !== '') {
    const role = roleOf(newRole)
    if (role === undefined) return { problem: { column: 'newRole', kind: 'unknownRole', text: newRole } }
    return { problem: null, to: role === 'none' ? new Set() : codenamesOf(role) }
  }

  const granted = new Set<Codename>()
  const refused = new Set<Codename>()
  for (const codename of CODENAMES) {
    const text = cells[codename] ?? ''
    if (text === '') continue
    const isYes = yesNo(text)
    if (isYes === undefined) return { problem: { column: codename, kind: 'unreadable', text } }
    ;(isYes ? granted : refused).add(codename)
  }
  for (const codename of granted) {
    const other = impliedBy(codename).find((implied) => refused.has(implied))
    if (other) return { problem: { column: other, kind: 'contradiction', permission: codename, other } }
    const opposite = [...granted].find((one) => contradicts(one, codename))
    if (opposite) return { problem: { column: codename, kind: 'contradiction', permission: opposite, other: codename } }
  }

  // What is blank stays, unless it needs what is refused, or excludes what is granted.
  let kept: ReadonlySet<Codename> = current.held
  for (const codename of refused) kept = afterRevoking(kept, codename)
  const to = withImplied([
    ...granted,
    ...[...kept].filter((codename) => ![...granted].some((one) => contradicts(one, codename))),
  ])

  if (granted.has('partial_submissions')) {
    const isHeld = current.held.has('partial_submissions')
    const rules = cells.rules ?? ''
    if (!isHeld || (rules !== '' && rules !== rulesText(current)))
      return { problem: { column: 'rules', kind: 'rules' } }
  }
  return { problem: null, to }
}

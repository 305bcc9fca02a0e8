import { type Codename, CODENAMES, impliedBy } from '#/api/kpi/permissions/codenames.ts'
import { completePartial, isSamePartial, type PartialPermission } from '#/api/kpi/permissions/partial.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'

/** Permissions with a text of their own; `partial_submissions` is described with its filters. */
export type PlainCodename = Exclude<Codename, 'partial_submissions'>

export const PLAIN_CODENAMES = CODENAMES.filter((codename) => codename !== 'partial_submissions')

/** What a change grants and revokes, for the summary before it is saved. */
export interface ChangeSummary {
  gains: PlainCodename[]
  loses: PlainCodename[]
  /**
   * Whether `partial_submissions` is as before, widened to all submissions (`lifted`), revoked (`closed`), granted (`begun`)
   * or granted with other rules (`changed`).
   */
  limits: 'kept' | 'lifted' | 'closed' | 'begun' | 'changed'
}

/** `partial`: the row rules afterwards; absent: as before. */
export function describeChange(
  from: Access,
  to: ReadonlySet<Codename>,
  partial: readonly PartialPermission[] = from.partial,
): ChangeSummary {
  return {
    gains: PLAIN_CODENAMES.filter((codename) => to.has(codename) && !from.held.has(codename)),
    loses: PLAIN_CODENAMES.filter((codename) => from.held.has(codename) && !to.has(codename)),
    limits: limitsChange(from, to, partial),
  }
}

function limitsChange(from: Access, to: ReadonlySet<Codename>, partial: readonly PartialPermission[]) {
  const isLimited = from.held.has('partial_submissions')
  if (!to.has('partial_submissions')) return !isLimited ? 'kept' : to.has('view_submissions') ? 'lifted' : 'closed'
  if (!isLimited) return 'begun'
  return isSamePartial(completePartial(from.partial), completePartial(partial)) ? 'kept' : 'changed'
}

/** The permissions without implied ones. */
export const strongestOf = (held: ReadonlySet<Codename>): PlainCodename[] =>
  PLAIN_CODENAMES.filter(
    (codename) => held.has(codename) && ![...held].some((other) => impliedBy(other).includes(codename)),
  )

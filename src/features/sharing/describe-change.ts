import { type Codename, CODENAMES, impliedBy } from '#/api/kpi/permissions/codenames.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'

/** Permissions that stand for themselves in a sentence; the limited one is told with its limits. */
export type PlainCodename = Exclude<Codename, 'partial_submissions'>

export const PLAIN_CODENAMES = CODENAMES.filter((codename) => codename !== 'partial_submissions')

/** What a change gives and takes, for a sentence before it is saved. */
export interface ChangeSummary {
  gains: PlainCodename[]
  loses: PlainCodename[]
  /** Whether access to some submissions ends: for all submissions, or for none. */
  limits: 'kept' | 'lifted' | 'closed'
}

export function describeChange(from: Access, to: ReadonlySet<Codename>): ChangeSummary {
  const isLimited = from.held.has('partial_submissions')
  return {
    gains: PLAIN_CODENAMES.filter((codename) => to.has(codename) && !from.held.has(codename)),
    loses: PLAIN_CODENAMES.filter((codename) => from.held.has(codename) && !to.has(codename)),
    limits: !isLimited || to.has('partial_submissions') ? 'kept' : to.has('view_submissions') ? 'lifted' : 'closed',
  }
}

/** The permissions that say it all: what others bring along is left out. */
export const strongestOf = (held: ReadonlySet<Codename>): PlainCodename[] =>
  PLAIN_CODENAMES.filter(
    (codename) => held.has(codename) && ![...held].some((other) => impliedBy(other).includes(codename)),
  )

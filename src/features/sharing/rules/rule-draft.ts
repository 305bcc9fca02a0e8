import { randomId } from '@mantine/hooks'
import { filterKey, type PartialPermission, type RowRuleFilter } from '#/api/kpi/permissions/partial.ts'
import { conditionsOfDraft, draftOf, type FilterDraft, filterOf, isComplete } from '#/dataset/filter/filter-draft.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { readMongoQuery } from '#/dataset/sources/kpi/read-query.ts'
import { type AccessRule, partialOf, rulesOf } from './access-rules.ts'

/** Which submissions a rule is for: the user's own, those that meet conditions, or those of a filter that is kept as it is. */
export type RuleRows = 'own' | 'conditions' | 'kept'

/** A rule in the editor. */
export interface RuleDraft {
  key: string
  rows: RuleRows
  /** Without a key that is not one of the choices, kept as the server has it. */
  codenames: ReadonlySet<string>
  conditions: FilterDraft
  /** The filter on the server; `null` for a new rule. */
  saved: { filter: RowRuleFilter; read: RowFilter | null } | null
}

const NO_CONDITIONS: FilterDraft = { join: 'and', parts: [] }

/** A new rule: the user's own submissions, to be viewed. */
export const newRule = (): RuleDraft => ({
  key: randomId(),
  rows: 'own',
  codenames: new Set(['view_submissions']),
  conditions: NO_CONDITIONS,
  saved: null,
})

/** The rules of a user for the editor; one new rule where there are none. */
export function draftRules(
  partial: readonly PartialPermission[],
  { form, username }: { form: Pick<Form, 'questions'>; username: string | null },
): RuleDraft[] {
  const drafts = rulesOf(partial).map(({ filter, codenames }): RuleDraft => {
    const read = readMongoQuery(filter, form)
    const rows = isOwn(filter, username) ? 'own' : read ? 'conditions' : 'kept'
    return {
      key: randomId(),
      rows,
      codenames,
      conditions: read ? draftOf(read) : NO_CONDITIONS,
      saved: { filter, read },
    }
  })
  return drafts.length > 0 ? drafts : [newRule()]
}

/** Stands for the user in rules that are made for several at once. No username has this character. */
export const EACH_USER = '@'
const ownFilter = (username: string | null): RowRuleFilter => ({ _submitted_by: username ?? EACH_USER })

/** One name alone is written in two ways. */
const isOwn = (filter: RowRuleFilter, username: string | null) =>
  [ownFilter(username), { _submitted_by: { $in: [username ?? EACH_USER] } }].some(
    (own) => filterKey(own) === filterKey(filter),
  )

/** The same rules for one of the users that they were made for. */
export const forUser = (partial: readonly PartialPermission[], username: string): PartialPermission[] =>
  partial.map(({ codename, filters }) => ({
    codename,
    filters: filters.map((filter) => (isOwn(filter, null) ? ownFilter(username) : filter)),
  }))

interface Context {
  form: Pick<Form, 'questions'>
  columns: ReadonlyMap<string, DataColumn>
  /** `null`: for each of several users. */
  username: string | null
}

/** The filter of a rule; `null` while it is incomplete. What was not changed stays as the server has it. */
export function filterOfRule(
  { rows, conditions, saved }: RuleDraft,
  { form, columns, username }: Context,
): RowRuleFilter | null {
  if (rows === 'kept') return saved?.filter ?? null
  if (rows === 'own') return saved && isOwn(saved.filter, username) ? saved.filter : ownFilter(username)
  const all = conditionsOfDraft(conditions)
  if (all.length === 0 || !all.every((condition) => isComplete(condition, columns))) return null
  const filter = filterOf(conditions, columns)
  const isUnchanged = saved?.read && JSON.stringify(filterOf(draftOf(saved.read), columns)) === JSON.stringify(filter)
  return isUnchanged ? saved.filter : (toMongoQuery(filter, form) ?? null)
}

/** The rules as the server takes them; `null` while one is incomplete, or there is none. */
export function partialOfDrafts(drafts: readonly RuleDraft[], context: Context): PartialPermission[] | null {
  const rules: AccessRule[] = []
  for (const draft of drafts) {
    const filter = filterOfRule(draft, context)
    if (!filter) return null
    rules.push({ filter, codenames: draft.codenames })
  }
  return rules.length > 0 ? partialOf(rules) : null
}

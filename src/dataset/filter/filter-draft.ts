import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import type { Condition, ConditionGroup, SubmissionFilter } from '#/dataset/query/filter.ts'

export interface FilterBarProps {
  asset: Asset
  filter: SubmissionFilter
  columns: ReadonlyMap<string, SubmissionColumn>
  /** Usernames to offer: those seen so far. */
  people: readonly string[]
  onFilter: (filter: SubmissionFilter) => void
  /** A column that is asked to be filtered by, elsewhere; `null` for none. */
  asked: string | null
  onAsked: (field: string | null) => void
}
/** A condition while it is written; `key` stays with it as others come and go. */
export type Line = Condition & { key: string }

export type Group = Omit<ConditionGroup, 'conditions'> & { key: string; lines: Line[] }

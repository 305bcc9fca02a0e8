import { randomId } from '@mantine/hooks'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { editableTest, emptyTest, operatorsFor, problemOf } from '#/dataset/model/filter-operators.ts'
import type { Condition, ConditionGroup, RowFilter } from '#/dataset/query/filter.ts'
import type { RowPage, SourceCapabilities, SourceQuery } from '#/dataset/sources/source.ts'

export interface FilterBarProps {
  filter: RowFilter
  columns: ReadonlyMap<string, DataColumn>
  /** Usernames to suggest. */
  usernames: readonly string[]
  onFilterChange: (filter: RowFilter) => void
  /** How many rows match `filter`; `null` until it is known. */
  count: number | null
  /** The first page of what a filter matches: its count is the preview, and applying the filter requests nothing more. */
  pageOf: (filter: RowFilter) => SourceQuery<RowPage>
  /** Opens the editor with a new condition for this column; `null`: the editor opens with its button. */
  requestedField: string | null
  onRequestedFieldChange: (field: string | null) => void
}

/** A condition in the editor; `key` is its React key. Its `field` is `''` until a question is chosen. */
export type ConditionDraft = Condition & { key: string }

/** A group of conditions in the editor. */
type GroupDraft = Omit<ConditionGroup, 'conditions'> & { key: string; conditions: ConditionDraft[] }

/** A filter in the editor. */
export interface FilterDraft {
  join: RowFilter['join']
  parts: (ConditionDraft | GroupDraft)[]
}

type Columns = ReadonlyMap<string, DataColumn>

/** A condition without question, or without values for the question of a column. */
export function newCondition(
  column: DataColumn | undefined,
  operators: SourceCapabilities['operators'],
): ConditionDraft {
  const [operator = 'answered'] = column ? operatorsFor(column, operators) : []
  return { key: randomId(), field: column?.id ?? '', test: emptyTest(operator) }
}

export function draftOf({ join, parts }: RowFilter): FilterDraft {
  const withKey = ({ field, test }: Condition) => ({ key: randomId(), field, test: editableTest(test) })
  return {
    join,
    parts: parts.map((part) =>
      'conditions' in part
        ? { key: randomId(), join: part.join, conditions: part.conditions.map(withKey) }
        : withKey(part),
    ),
  }
}

export const conditionsOfDraft = ({ parts }: FilterDraft) =>
  parts.flatMap((part) => ('conditions' in part ? part.conditions : [part]))

export const isComplete = (condition: ConditionDraft, columns: Columns) =>
  problemOf(condition, columns.get(condition.field)?.kind) === null

/** The filter of a draft, without incomplete conditions. */
export const filterOf = (draft: FilterDraft, columns: Columns): RowFilter =>
  pickConditions(draft, (condition) => isComplete(condition, columns))

/** Whether a draft has changes that are lost when it is discarded: all but conditions without a question. */
export const isChanged = (draft: FilterDraft, filter: RowFilter) => contentOf(draft) !== contentOf(draftOf(filter))

const contentOf = (draft: FilterDraft) => JSON.stringify(pickConditions(draft, ({ field }) => field !== ''))

/** Without keys and the conditions that are left out, and without groups that have none. */
function pickConditions({ join, parts }: FilterDraft, isPicked: (condition: ConditionDraft) => boolean): RowFilter {
  const pick = (condition: ConditionDraft): Condition[] =>
    isPicked(condition) ? [{ field: condition.field, test: condition.test }] : []
  return {
    join,
    parts: parts.flatMap((part): RowFilter['parts'] => {
      if (!('conditions' in part)) return pick(part)
      const conditions = part.conditions.flatMap(pick)
      return conditions.length === 0 ? [] : [{ join: part.join, conditions }]
    }),
  }
}

/** The draft without a part of the filter that was removed outside of the editor. */
export function withoutPart(draft: FilterDraft, part: RowFilter['parts'][number]): FilterDraft {
  const removed = contentOf(draftOf({ join: draft.join, parts: [part] }))
  return {
    ...draft,
    parts: draft.parts.filter((other) => contentOf({ join: draft.join, parts: [other] }) !== removed),
  }
}

import { useEffect, useEffectEvent } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import type { Row, RowKey } from '#/dataset/model/row.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import { useCollectedRows } from '#/dataset/rows/use-collected-rows.ts'
import type { Collector } from '#/dataset/sources/row-collection.ts'

/** The rows that an action is for. */
export interface BulkTarget {
  /** `null`: all that match. */
  ids: readonly RowKey[] | null
  filter: RowFilter
  /** The filter as a query of the server; `undefined`: all. */
  query: MongoQuery | undefined
  /** The number of rows that was shown to the user. */
  count: number
}

interface CollectedTarget {
  /** Includes unreadable rows. */
  ids: readonly RowKey[]
  rows: readonly Row[]
}

export type TargetRows =
  | { state: 'loading'; done: number }
  | ({ state: 'ready' } & CollectedTarget)
  | { state: 'failed'; error: ApiError; onRetry: () => void }

/**
 * Loads the rows of a target just before an action. The result does not change afterwards, so that the action changes
 * exactly the rows that the dialog shows. `fields`: ids of the columns that are needed; `undefined`: all; `null`: do not
 * load yet.
 */
export function useTargetRows({ ids, filter }: BulkTarget, fields: readonly string[] | undefined | null): TargetRows {
  const source = useRowSource()
  const key = JSON.stringify([source.id, ids, filter, fields === undefined ? 'all' : fields])
  const { state, start, resume } = useCollectedRows<CollectedTarget>(source, key)
  const load = useEffectEvent(() => {
    if (fields !== null) start({ filter, ...(ids && { keys: ids }), fields }, targetCollector())
  })
  useEffect(() => load(), [key])

  switch (state.stage) {
    case 'idle':
      return { state: 'loading', done: 0 }
    case 'loading':
      return { state: 'loading', done: state.done }
    case 'stopped':
      return { state: 'failed', error: state.error, onRetry: resume }
    case 'done':
      return { state: 'ready', ...state.result }
  }
}

function targetCollector(): Collector<CollectedTarget> {
  const ids: RowKey[] = []
  const rows: Row[] = []
  return {
    add: (page) => {
      ids.push(...page.rows.map(({ _id }) => _id), ...page.unreadable.flatMap((id) => id ?? []))
      rows.push(...page.rows)
    },
    finish: () => ({ ids, rows }),
  }
}

import { type ExportScope, readScope } from '#/api/kpi/exports/options.ts'
import type { ExportOptions } from '#/api/kpi/exports/schema.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import type { Form } from '#/dataset/model/form.ts'
import { NO_FILTER, PERIODS, type RowFilter } from '#/dataset/query/filter.ts'
import { toMongoQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import { readMongoQuery } from '#/dataset/sources/kpi/read-query.ts'

/** Which submissions are exported: all that fulfil each of these. */
export interface RowScope {
  filter: RowFilter
  /** A query that no filter stands for. */
  query: MongoQuery | null
  /** The selected ones; `null`: all. */
  ids: readonly number[] | null
}

export const WHOLE_PROJECT: RowScope = { filter: NO_FILTER, query: null, ids: null }

/** Whether it leaves out any submissions. */
export const isLimited = ({ filter, query, ids }: RowScope) =>
  filter.parts.length > 0 || query !== null || ids !== null || filter.unreadable !== undefined

/** As the server takes it. A period such as "this month" becomes dates. */
export const toExportScope = ({ filter, query, ids }: RowScope, form: Form): ExportScope => ({
  query: query ?? toMongoQuery(filter, form),
  ids,
})

/** The scope of options that the server has. */
export function toRowScope(options: ExportOptions, form: Form): RowScope {
  const { query, ids } = readScope(options)
  const filter = query === undefined ? NO_FILTER : readMongoQuery(query, form)
  return { filter: filter ?? NO_FILTER, query: filter === null ? (query ?? null) : null, ids }
}

const isPeriod = (op: string) => PERIODS.some((period) => period === op)

/** Whether its dates depend on the day on which it is sent. */
export const hasPeriod = ({ filter }: RowScope) =>
  filter.parts.some((part) =>
    'conditions' in part ? part.conditions.some(({ test }) => isPeriod(test.op)) : isPeriod(part.test.op),
  )

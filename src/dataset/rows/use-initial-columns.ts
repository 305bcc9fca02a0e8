import type { Form } from '#/dataset/model/form.ts'
import { initialColumns } from '#/dataset/model/initial-columns.ts'
import { type DatasetQuery, pageOf } from '#/dataset/query/query.ts'
import type { RowPage, RowSource, SourceQuery } from '#/dataset/sources/source.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'

/** How many columns are loaded with a page at most. */
export const MAX_INITIAL_FIELDS = 56

/**
 * The columns that the request for a page names, as many as the source takes at once; `undefined`: all. They are enough to
 * choose those with which the table of a wide form starts.
 */
function initialFields(
  source: Pick<RowSource, 'form' | 'splitFields'>,
  query: Pick<DatasetQuery, 'columns' | 'frozen' | 'sort' | 'page' | 'size' | 'scrolls'>,
): readonly string[] | undefined {
  const columns = initialColumns(source.form, query)?.slice(0, MAX_INITIAL_FIELDS)
  return columns && (source.splitFields(columns, pageOf(query).pageSize)[0] ?? [])
}

/** What is requested first for a query: for whoever loads it before the view is there. */
export function firstPage(source: RowSource, query: DatasetQuery): SourceQuery<RowPage> {
  const { filter, sort } = query
  const fields = initialFields(source, query)
  return source.page({ ...pageOf(query), filter, sort, snapshot: null, fields, keyPage: null })
}

/**
 * The columns that the request for a page names. Those that are chosen later are requested by themselves, so that the
 * page stays as it is. `pageKey` tells one page from another.
 */
export function useInitialFields(source: RowSource, query: DatasetQuery, pageKey: string) {
  const [kept, setKept] = useKeyedState<{ form: Form; fields: readonly string[] | undefined } | null>(pageKey, null)
  if (kept?.form === source.form) return kept.fields
  const fields = initialFields(source, query)
  setKept({ form: source.form, fields })
  return fields
}

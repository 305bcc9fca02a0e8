import { type ReactNode, useMemo } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { FilesNote } from '#/dataset/answers/FilesNote.tsx'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import type { RowKey } from '#/dataset/model/row.ts'
import { RowSourceProvider } from '#/dataset/provider/row-source.ts'
import { useKpiSource } from '#/dataset/provider/use-kpi-source.ts'
import { withTextSearch } from '#/dataset/query/filter.ts'
import type { DatasetQuery, RowSort } from '#/dataset/query/query.ts'
import { RowSelectionProvider } from '#/dataset/selection/RowSelectionProvider.tsx'
import { ColumnActionsProvider } from '#/features/table/ColumnActionsProvider.tsx'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { Find } from '#/features/table/find/Find.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import { ColumnsFailedNotice } from './ColumnsFailedNotice.tsx'
import { DataArea } from './DataArea.tsx'
import { DataFooter } from './DataFooter.tsx'
import { DataToolbar } from './DataToolbar.tsx'
import { DeletedRowsNotice } from './DeletedRowsNotice.tsx'
import { NewRowsNotice } from './NewRowsNotice.tsx'
import { useNewWorkspace } from './use-new-workspace.ts'
import { WorkspaceProvider } from './workspace-context.ts'

interface DataWorkspaceProps {
  asset: Asset
  query: DatasetQuery
  /** `replace`: replaces the entry in the browser's history. */
  onQueryChange: (query: DatasetQuery, options: { replace: boolean }) => void
  onOpen: (key: RowKey) => void
  onClose: () => void
  /** Shows why there are no rows. */
  renderError: (error: ApiError, onRetry: () => void) => ReactNode
}

/** The rows of a project as a table, or as cards on a phone, with one of them in a panel. */
export function DataWorkspace({ asset, query, onQueryChange, onOpen, onClose, renderError }: DataWorkspaceProps) {
  const source = useKpiSource(asset)
  const { languages } = source.form
  const language = query.language !== null && query.language >= languages.length ? 0 : query.language
  const display = useNewDisplay(language)
  const workspace = useNewWorkspace({
    asset,
    source,
    display,
    query,
    setQuery: onQueryChange,
    openRow: onOpen,
    closeRow: onClose,
  })
  const { dataset, columns, totals, find, scrollTarget, table, setRequestedFilterField } = workspace
  const sorting = useMemo(
    () => ({
      sort: query.sort,
      onSortChange: (sort: RowSort | null) =>
        onQueryChange({ ...query, sort, page: 1, submission: null }, { replace: false }),
    }),
    [query, onQueryChange],
  )
  const searchAll = (typed: string) => {
    const text = typed.trim()
    const filter = text !== '' && source.can.searchTexts(text) ? withTextSearch(query.filter, text) : null
    return filter && (() => workspace.setFilter(filter))
  }
  return (
    <RowSourceProvider value={source}>
      <DisplayProvider value={display}>
        <WorkspaceProvider value={workspace}>
          <SortingContext value={sorting}>
            <RowSelectionProvider filter={JSON.stringify([source.id, query.filter])}>
              <DataToolbar />
              <ColumnsFailedNotice {...dataset.columns} />
              <NewRowsNotice />
              <DeletedRowsNotice dataset={dataset} />
              <FilesNote />
              <ColumnActionsProvider
                query={query}
                onQueryChange={onQueryChange}
                columns={columns}
                totals={totals}
                onFilterBy={setRequestedFilterField}
              >
                <Find
                  find={find}
                  dataset={dataset}
                  columns={columns}
                  scrollTarget={scrollTarget}
                  table={table}
                  onSearchAll={searchAll}
                />
                <DataArea renderError={renderError} />
              </ColumnActionsProvider>
              <UnreadableItems kind="submission" items={dataset.unreadable} />
              <DataFooter />
            </RowSelectionProvider>
          </SortingContext>
        </WorkspaceProvider>
      </DisplayProvider>
    </RowSourceProvider>
  )
}

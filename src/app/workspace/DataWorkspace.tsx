import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { languagesOf } from '#/api/kpi/form/questions.ts'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { submittedBy } from '#/api/kpi/submissions/system-fields.ts'
import { FilesNote } from '#/dataset/answers/FilesNote.tsx'
import { DisplayProvider, useNewDisplay } from '#/dataset/answers/display.ts'
import { FilterBar } from '#/dataset/filter/FilterBar.tsx'
import { NO_FILTER, type SubmissionFilter } from '#/dataset/query/filter.ts'
import { pageCount, type SubmissionsViewState } from '#/dataset/query/query.ts'
import { Prefetch } from '#/dataset/rows/Prefetch.tsx'
import { useColumns } from '#/dataset/rows/use-columns.ts'
import { useLazyColumns } from '#/dataset/rows/use-lazy-columns.ts'
import { useRows } from '#/dataset/rows/use-rows.ts'
import { useVisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import { RowSelectionProvider } from '#/dataset/selection/RowSelectionProvider.tsx'
import { SelectionBar } from '#/dataset/selection/SelectionBar.tsx'
import { useTotals } from '#/dataset/summary/use-totals.ts'
import { BulkBar, Foot, LazyBulkActions } from '#/features/bulk/lazy-bulk.tsx'
import { ColumnsControl } from '#/features/columns-panel/ColumnsControl.tsx'
import { ExportButton } from '#/features/export/ExportButton.tsx'
import { useAdjacentRows } from '#/features/record/use-adjacent-rows.ts'
import { ColumnActionsProvider } from '#/features/table/ColumnActionsProvider.tsx'
import { SortControl } from '#/features/table/SortControl.tsx'
import { TableFooter } from '#/features/table/TableFooter.tsx'
import { SortingContext } from '#/features/table/columns/sort-context.ts'
import { Find } from '#/features/table/find/Find.tsx'
import { FindButton } from '#/features/table/find/FindButton.tsx'
import { useNewFind } from '#/features/table/find/find-store.ts'
import { ViewsControl } from '#/features/views/ViewsControl.tsx'
import { UnreadableItems } from '#/ui/feedback/UnreadableItems.tsx'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useNewSharedValue } from '#/ui/store.ts'
import { ColumnsFailedNotice } from './ColumnsFailedNotice.tsx'
import { DataArea } from './DataArea.tsx'
import { DataToolbar } from './DataToolbar.tsx'
import { DeletedRowsNotice } from './DeletedRowsNotice.tsx'
import { NewRowsNotice } from './NewRowsNotice.tsx'
import { RowsNotices } from './RowsNotices.tsx'

/** Loaded with the dialog that asks before deleting. */
const ExportOffer = lazyPart(async () => (await import('#/features/export/ExportBeforeDelete.tsx')).ExportBeforeDelete)

interface DataWorkspaceProps {
  asset: Asset
  view: SubmissionsViewState
  /** `replace`: the way back skips what was before. */
  onView: (view: SubmissionsViewState, options: { replace: boolean }) => void
  onOpen: (id: number) => void
  onClose: () => void
  /** Says why there are no rows. */
  failure: (error: ApiError, onRetry: () => void) => ReactNode
}

/** The submissions of a project: a table, cards on a phone, and one of them in full beside it. */
export function DataWorkspace({ asset, view, onView, onOpen, onClose, failure }: DataWorkspaceProps) {
  const { content } = asset
  const languages = languagesOf(content)
  const language = view.language !== null && view.language >= languages.length ? 0 : view.language
  const reading = useNewDisplay(language)

  const found = useLazyColumns(asset, useRows(asset, view))
  const { isPlaceholderData, rows, count, lookAt } = found

  // Submissions may have been deleted since the address was made.
  const last = count === null || isPlaceholderData || view.scrolls ? null : pageCount(count, view.size)
  useEffect(() => {
    if (last !== null && view.page > last) onView({ ...view, page: last }, { replace: true })
  }, [last, view, onView])

  const columns = useColumns(asset, found, view)
  const shown = [...columns.table.frozen, ...columns.table.rest]
  const figures = useTotals(asset.uid, found, { shown, reading })
  const step = useAdjacentRows({ assetUid: asset.uid, found, view, onView, onOpen })
  const people = useMemo(() => [...new Set(rows.flatMap((row) => submittedBy(row) ?? []))].toSorted(), [rows])
  const filterBy = (filter: SubmissionFilter) =>
    onView({ ...view, filter, page: 1, submission: null }, { replace: false })
  const sorting = useMemo(
    () => ({
      sort: view.sort,
      onSort: (sort: SubmissionSort | null) => onView({ ...view, sort, page: 1, submission: null }, { replace: false }),
    }),
    [view, onView],
  )
  const table = useRef<HTMLDivElement>(null)
  const sight = useVisibleRangeStore()
  const onSight = useCallback(
    (first: number, until: number) => {
      sight.set({ first, last: until })
      lookAt({ first, last: until })
    },
    [sight, lookAt],
  )
  const goal = useNewSharedValue<GridScrollTarget | null>(null)
  const find = useNewFind()
  const [asked, setAsked] = useState<string | null>(null)

  return (
    <DisplayProvider value={reading}>
      <SortingContext value={sorting}>
        <RowSelectionProvider filter={JSON.stringify([asset.uid, view.filter])}>
          <DataToolbar
            count={count}
            languages={languages}
            language={language}
            onLanguage={(next) => onView({ ...view, language: next }, { replace: true })}
            total={found.isFiltered ? (asset.deployment__submission_count ?? null) : null}
            filter={
              <FilterBar
                asset={asset}
                filter={view.filter}
                columns={columns.asked}
                people={people}
                onFilter={filterBy}
                asked={asked}
                onAsked={setAsked}
              />
            }
            views={
              <ViewsControl
                asset={asset}
                view={view}
                columns={columns}
                onView={(next) => onView(next, { replace: false })}
              />
            }
            sort={<SortControl columns={columns.sorted} />}
            columns={
              <ColumnsControl
                columns={columns}
                rows={rows}
                choice={view}
                onChoice={(choice) => onView({ ...view, ...choice }, { replace: true })}
              />
            }
            exporting={
              <ExportButton
                asset={asset}
                filter={view.filter}
                sort={view.sort}
                shown={shown}
                form={columns.asking}
                count={count}
                onOpen={columns.lookBack}
              />
            }
            finding={<FindButton find={find} />}
            hint={<RowsNotices found={found} figures={figures} />}
          />
          {found.columnsError && <ColumnsFailedNotice error={found.columnsError} onRetry={found.retryColumns} />}
          <NewRowsNotice
            assetUid={asset.uid}
            wanted={found.wanted}
            upTo={found.upTo}
            onShow={(upTo) => {
              found.letIn(upTo)
              if (view.page > 1) onView({ ...view, page: 1 }, { replace: false })
              table.current?.focus({ preventScroll: true })
            }}
          />
          <DeletedRowsNotice assetUid={asset.uid} found={found} />
          <FilesNote />
          <ColumnActionsProvider view={view} onView={onView} columns={columns} figures={figures} onFilterBy={setAsked}>
            <Find find={find} loaded={found} columns={columns} goal={goal} table={table} />
            <DataArea
              table={table}
              asset={asset}
              view={view}
              found={found}
              columns={columns}
              onOpen={onOpen}
              step={step}
              onSight={onSight}
              goal={goal}
              find={find}
              onClose={onClose}
              onClearFilter={() => filterBy(NO_FILTER)}
              failure={failure}
            />
          </ColumnActionsProvider>
          <UnreadableItems kind="submission" items={found.unreadable} />
          <Foot>
            <SelectionBar rows={rows} count={count} isFiltered={found.isFiltered} table={table}>
              <LazyBulkActions
                asset={asset}
                filter={view.filter}
                count={count}
                columns={columns}
                exportOffer={ExportOffer}
              />
            </SelectionBar>
            <BulkBar assetUid={asset.uid} />
            <TableFooter
              page={view.page}
              size={view.size}
              scrolls={view.scrolls}
              count={count}
              sight={sight}
              onPage={(page) => onView({ ...view, page }, { replace: false })}
              onSize={(size) => onView({ ...view, size, scrolls: false, page: 1 }, { replace: false })}
              onScroll={() => onView({ ...view, scrolls: true, page: 1 }, { replace: false })}
              onGoal={(row) => goal.set({ row })}
            />
          </Foot>
          {found.ahead && <Prefetch page={found.ahead} />}
        </RowSelectionProvider>
      </SortingContext>
    </DisplayProvider>
  )
}

import { useState } from 'react'
import { Prefetch } from '#/dataset/rows/Prefetch.tsx'
import { SelectionBar } from '#/dataset/selection/SelectionBar.tsx'
import { useDeferredSelection } from '#/dataset/selection/selection.ts'
import { BulkBar, LazyBulkActions } from '#/features/bulk/lazy-bulk.tsx'
import { useBulkJob } from '#/features/bulk/use-bulk-job.ts'
import { TableFooter } from '#/features/table/TableFooter.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useIsPhone } from '#/ui/use-is-phone.ts'
import classes from './DataFooter.module.css'
import { useWorkspace } from './workspace-context.ts'

/** Loaded with the dialog that asks before deleting. */
const ExportOffer = lazyPart(async () => (await import('#/features/export/ExportBeforeDelete.tsx')).ExportBeforeDelete)

/** What is selected, what is being done to it, and which rows are shown. */
export function DataFooter() {
  const { asset, query, setQuery, dataset, columns, table, visibleRange, scrollTarget } = useWorkspace()
  const { source, rows, result, pages } = dataset
  const { count, isFiltered } = result
  // By the query, since the rows of a page may still be loading when the pointer comes to rest.
  const pageKey = JSON.stringify([query.page, query.size, query.filter, query.sort])
  // The page whose next one is about to be needed.
  const [prefetched, setPrefetched] = useState<string | null>(null)
  const { ids, isAll } = useDeferredSelection()
  const isPhone = useIsPhone()
  const isSelecting = isAll || ids.size > 0
  const hasJob = useBulkJob(asset.uid) !== null
  return (
    <div className={classes.foot} data-selecting={isSelecting || undefined}>
      <BulkBar assetUid={asset.uid} />
      <SelectionBar rows={rows} count={count} isFiltered={isFiltered} table={table} isCompact={hasJob}>
        {source.can.write && (
          <LazyBulkActions
            asset={asset}
            filter={query.filter}
            count={count}
            rows={rows}
            columns={columns}
            exportOffer={ExportOffer}
          />
        )}
      </SelectionBar>
      {/* On a phone the selection takes the place of the pages. */}
      {!(isPhone && isSelecting) && (
        <TableFooter
          isCompact={isSelecting || hasJob}
          showsRows={!isSelecting}
          page={query.page}
          size={query.size}
          scrolls={pages.scrolls}
          canScroll={source.can.jump}
          count={count}
          visibleRange={visibleRange}
          onPageChange={(page) => setQuery({ ...query, page }, { replace: false })}
          onNextPageIntent={() => setPrefetched(pageKey)}
          onPageSizeChange={(size) => setQuery({ ...query, size, scrolls: false, page: 1 }, { replace: false })}
          onScrollAll={() => setQuery({ ...query, scrolls: true, page: 1 }, { replace: false })}
          onGoTo={(row) => scrollTarget.set({ row })}
        />
      )}
      {pages.next && pageKey === prefetched && <Prefetch page={pages.next} />}
    </div>
  )
}

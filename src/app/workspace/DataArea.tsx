import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useCallback, useDeferredValue, useEffect, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { RowKey } from '#/dataset/model/row.ts'
import { sortKey } from '#/dataset/model/sort.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { type EditRequest, PanelSubmission } from '#/features/record/PanelSubmission.tsx'
import { useSubmissionHref } from '#/features/record/submission-links.ts'
import { useAdjacentRows } from '#/features/record/use-adjacent-rows.ts'
import { CardList } from '#/features/table/CardList.tsx'
import { DataTable, type TableEditing } from '#/features/table/DataTable.tsx'
import { TableSkeleton } from '#/features/table/TableSkeleton.tsx'
import { RepeatDialogProvider } from '#/features/table/repeats/RepeatDialogProvider.tsx'
import { EmptyState } from '#/ui/feedback/EmptyState.tsx'
import classes from './DataArea.module.css'
import { useWorkspace } from './workspace-context.ts'

interface DataAreaProps {
  /** Says why there are no rows. */
  renderError: (error: ApiError, onRetry: () => void) => ReactNode
}

/** The rows, or why there are none; and one of them in full beside them. */
export function DataArea({ renderError }: DataAreaProps) {
  const { table, asset, query, setQuery, dataset, columns, openRow, closeRow } = useWorkspace()
  const { load, rows } = dataset
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false })
  const [takesFocus, setTakesFocus] = useState(false)
  const [editRequest, setEditRequest] = useState<EditRequest | null>(null)
  const hrefOf = useSubmissionHref()
  const step = useAdjacentRows({ assetUid: asset.uid, dataset, view: query, onView: setQuery, onOpen: openRow })
  const hasFailed = load.error !== null && !load.hasRows
  const open = (key: RowKey, how: 'keyboard' | 'mouse') => {
    setTakesFocus(how === 'keyboard')
    setEditRequest(null)
    openRow(key)
  }
  const edit = (key: RowKey, path: string) => {
    setTakesFocus(false)
    setEditRequest({ id: key, path })
    if (query.submission !== key) openRow(key)
  }
  const endEdit = useCallback(() => {
    setEditRequest(null)
    table.current?.focus({ preventScroll: true })
  }, [table])
  const close = () => {
    setTakesFocus(false)
    setEditRequest(null)
    closeRow()
    table.current?.focus({ preventScroll: true })
  }

  return (
    <RepeatDialogProvider title={columns.table.title} returnTo={table} onOpen={(key) => open(key, 'keyboard')}>
      <div className={classes.area}>
        {hasFailed && load.error ? (
          <div className={classes.failure}>{renderError(load.error, load.retry)}</div>
        ) : (
          <Rows
            isPhone={isPhone}
            hrefOf={hrefOf}
            onOpen={open}
            editing={{
              isAllowed: dataset.source.can.write && assetCan.editSubmissions(asset),
              onEdit: ({ id }, row) => edit(row._id, id),
            }}
            onClose={query.submission === null ? undefined : close}
          />
        )}
        {query.submission !== null && (
          <PanelSubmission
            asset={asset}
            id={query.submission}
            rows={load.hasRows ? rows : null}
            hasFailed={hasFailed}
            editRequest={editRequest}
            onEditEnd={endEdit}
            titleColumn={columns.table.title}
            isPhone={isPhone}
            takesFocus={takesFocus}
            step={step}
            onClose={close}
          />
        )}
      </div>
    </RepeatDialogProvider>
  )
}

interface RowsProps {
  isPhone: boolean
  hrefOf: ((key: RowKey) => string) | null
  editing: TableEditing
  onOpen: (key: RowKey, how: 'keyboard' | 'mouse') => void
  /** Absent while no panel is open. */
  onClose: (() => void) | undefined
}

function Rows({ isPhone, hrefOf, editing, onOpen, onClose }: RowsProps) {
  const { table, query, dataset, columns, visibleRange, scrollTarget, find } = useWorkspace()
  const { rows, positions, result, load, pages } = dataset
  const { setVisibleRange } = pages
  // The first rows come at any moment: rendering them all in one task would make the page wait.
  const isCounted = useDeferredValue(result.count !== null)
  const hasTable = isCounted && !isPhone && load.hasRows && result.count !== 0
  useSortedColumnInView(hasTable)
  const onVisibleRange = useCallback(
    (first: number, last: number) => {
      visibleRange.set({ first, last })
      setVisibleRange({ first, last })
    },
    [visibleRange, setVisibleRange],
  )
  if (result.count === null || !isCounted) return <TableSkeleton />
  if (result.count === 0) return <NoRows />
  if (isPhone) {
    return (
      <CardList
        rows={rows}
        positions={positions}
        onVisibleRangeChange={onVisibleRange}
        scrollTarget={scrollTarget}
        find={find}
        title={columns.table.title}
        columns={columns.card}
        busy={load.isPlaceholder}
        hrefOf={hrefOf}
        onOpen={(key) => onOpen(key, 'mouse')}
      />
    )
  }
  return (
    <DataTable
      ref={table}
      rows={rows}
      positions={positions}
      onVisibleRangeChange={onVisibleRange}
      scrollTarget={scrollTarget}
      find={find}
      columns={columns.table}
      onLoadColumns={dataset.columns.load}
      onVisibleColumns={dataset.columns.loadVisible}
      busy={load.isPlaceholder}
      page={pages.key}
      openId={query.submission}
      onOpen={onOpen}
      hrefOf={hrefOf}
      editing={editing}
      onClose={onClose}
    />
  )
}

/** Scrolls to the column by which the rows are sorted, as soon as there is a table, and whenever another one is chosen. */
function useSortedColumnInView(hasTable: boolean) {
  const { query, visibleColumns, scrollTarget } = useWorkspace()
  const field = query.sort?.field
  const columnId = visibleColumns.find((column) => sortKey(column) === field)?.id
  useEffect(() => {
    if (hasTable && columnId !== undefined) scrollTarget.set({ row: 0, column: columnId, keepsFocus: true })
  }, [hasTable, columnId, scrollTarget])
}

function NoRows() {
  const { t } = useDisplay()
  const { dataset, setFilter } = useWorkspace()
  return (
    <div className={classes.empty}>
      {dataset.result.isFiltered ? (
        <EmptyState
          title={t('filter.noMatch')}
          actions={
            <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
              {t('filter.clear')}
            </Button>
          }
        >
          {t('filter.noMatchText')}
        </EmptyState>
      ) : (
        <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
      )}
    </div>
  )
}

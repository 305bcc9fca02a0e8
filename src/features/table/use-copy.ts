import { type ClipboardEvent, useCallback } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { Row } from '#/dataset/model/row.ts'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'
import { notify } from '#/ui/feedback/notify.ts'
import type { GridRange } from '#/ui/grid/cell-range.ts'
import type { GridRows } from '#/ui/grid/grid-types.ts'
import { CHUNK_CELLS, toTsv, type CopyRequest, toTsvInChunks } from './copy-cells.ts'

interface CopyOptions {
  rows: GridRows<Row>
  /** The columns of the grid, without those before `firstColumn`. */
  columns: readonly SizedColumn[]
  /** The grid's index of the first of these columns. */
  firstColumn: number
  /** Loads columns that are not loaded. */
  loadColumns: (ids: readonly string[]) => void
}

/** Copies cells as TSV and notifies of it. Without an event, the Clipboard API is used. */
export function useCopy({ rows, columns, firstColumn, loadColumns }: CopyOptions) {
  const display = useDisplay()
  return useCallback(
    (range: GridRange, event?: ClipboardEvent) => {
      const { t } = display
      event?.preventDefault()
      const indexes = Array.from({ length: range.bottom - range.top + 1 }, (_, offset) => range.top + offset)
      const loadedRows = indexes.flatMap((index) => rows.at(index) ?? [])
      const request: CopyRequest = {
        rows: loadedRows,
        columns: columns
          .slice(range.left - firstColumn, range.right - firstColumn + 1)
          .filter(({ collapsedColumns }) => !collapsedColumns),
        hasHeader: indexes.length === rows.length && rows.length > 1,
        display,
      }
      if (request.columns.length === 0) return
      // Cells that are not loaded are not copied as blank.
      const notLoaded = request.columns.filter(({ id }) => loadedRows.some((row) => !isFieldLoaded(row, id)))
      if (notLoaded.length > 0) {
        loadColumns(notLoaded.map(({ id }) => id))
        void notify({ message: t('copy.loading', { count: notLoaded.length }) })
        return
      }
      const missing = indexes.length - loadedRows.length
      const notifyCopied = () =>
        notify({
          message: [
            t('copy.done', {
              rows: t('copy.rows', { count: loadedRows.length }),
              columns: t('copy.columns', { count: request.columns.length }),
            }),
            ...(missing > 0 ? [t('copy.missing', { count: missing })] : []),
          ].join(' '),
        })
      const notifyFailed = () => notify({ color: 'brick', message: t('copy.failed') })

      if (event && request.columns.length * loadedRows.length <= CHUNK_CELLS) {
        event.clipboardData.setData('text/plain', toTsv(request))
        void notifyCopied()
      } else if ('clipboard' in navigator) {
        // Called within the key event, with a promise: later the browser would not let the page copy.
        const text = toTsvInChunks(request).then((lines) => new Blob([lines], { type: 'text/plain' }))
        navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(notifyCopied, notifyFailed)
      } else if (event) {
        event.clipboardData.setData('text/plain', toTsv(request))
        void notifyCopied()
      } else void notifyFailed()
    },
    [display, loadColumns, rows, columns, firstColumn],
  )
}

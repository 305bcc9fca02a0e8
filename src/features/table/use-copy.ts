import { type ClipboardEvent, useCallback } from 'react'
import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { notify } from '#/ui/feedback/notify.ts'
import type { GridRange } from '#/ui/grid/cell-range.ts'
import type { GridRows } from '#/ui/grid/grid-types.ts'
import { CELLS_AT_ONCE, copiedCells, type CopyOrder, manyCopiedCells } from './copy-cells.ts'

interface CopyOptions {
  rows: GridRows<Submission>
  /** In the order in which the grid counts them, from `lead` on. */
  columns: readonly SizedColumn[]
  lead: number
  /** Asks for the answers of further columns. */
  ask: (ids: readonly string[]) => void
}

/** Copies cells for a spreadsheet, and says how many. Without an event it goes by the clipboard itself. */
export function useCopy({ rows, columns, lead, ask }: CopyOptions) {
  const reading = useDisplay()
  return useCallback(
    (range: GridRange, event?: ClipboardEvent) => {
      const { t } = reading
      event?.preventDefault()
      const places = Array.from({ length: range.bottom - range.top + 1 }, (_, at) => range.top + at)
      const there = places.flatMap((place) => rows.at(place) ?? [])
      const order: CopyOrder = {
        rows: there,
        columns: columns.slice(range.left - lead, range.right - lead + 1).filter(({ folds }) => !folds),
        withNames: places.length === rows.length && rows.length > 1,
        reading,
      }
      if (order.columns.length === 0) return
      // Nothing is copied as blank that was not asked for yet.
      const coming = order.columns.filter(({ id }) => there.some((row) => !isFieldLoaded(row, id)))
      if (coming.length > 0) {
        ask(coming.map(({ id }) => id))
        void notify({ message: t('copy.coming', { count: coming.length }) })
        return
      }
      const missing = places.length - there.length
      const told = () =>
        notify({
          message: [
            t('copy.done', {
              rows: t('copy.rows', { count: there.length }),
              columns: t('copy.columns', { count: order.columns.length }),
            }),
            ...(missing > 0 ? [t('copy.missing', { count: missing })] : []),
          ].join(' '),
        })
      const failed = () => notify({ color: 'brick', message: t('copy.failed') })

      if (event && order.columns.length * there.length <= CELLS_AT_ONCE) {
        event.clipboardData.setData('text/plain', copiedCells(order))
        void told()
      } else if ('clipboard' in navigator) {
        // The promise is given while the key is down: afterwards the browser would not let the page copy.
        const text = manyCopiedCells(order).then((lines) => new Blob([lines], { type: 'text/plain' }))
        navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(told, failed)
      } else if (event) {
        event.clipboardData.setData('text/plain', copiedCells(order))
        void told()
      } else void failed()
    },
    [reading, ask, rows, columns, lead],
  )
}

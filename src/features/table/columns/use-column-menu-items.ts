import { createContext, useContext, useMemo } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type ColumnLayout, withColumns, withFrozen, withMoved } from '#/dataset/model/column-order.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { isolate } from '#/lib/bidi.ts'
import { FoldingContext, foldsAround, sectionText } from './collapsed-groups.ts'
import type { ColumnMenuItems } from './column-menu.ts'
import type { ColumnWidths } from './column-widths.ts'

/** Gives the table other columns. */
export const ArrangeContext = createContext<(next: ColumnLayout) => void>(() => {})

/** What a press adds to a column's width. */
const STEP = 40

const widthOf = (column: SubmissionColumn) => ('size' in column && typeof column.size === 'number' ? column.size : STEP)

/** What a column's menu does with the column itself: all that dragging does, and more. */
export function useColumnMenuItems(chosen: ColumnLayout, { widths, resize }: ColumnWidths): ColumnMenuItems {
  const arrange = useContext(ArrangeContext)
  const { fold } = useContext(FoldingContext)
  const reading = useDisplay()
  const { t } = reading
  return useMemo(
    () => (column) => {
      const { id } = column
      const isFrozen = chosen.frozen.includes(id)
      const list = isFrozen ? chosen.frozen : chosen.rest
      const place = list.indexOf(id)
      const width = widthOf(column)
      const folds = isFrozen ? [] : foldsAround(column.section)
      return [
        ...folds.map((section) => ({
          key: `fold ${section.key}`,
          label: t('fold.fold', { group: isolate(sectionText(section, reading)) }),
          onSelect: () => fold(section.key, true),
        })),
        { key: 'wider', label: t('columns.wider'), onSelect: () => resize(id, width + STEP, true) },
        { key: 'narrower', label: t('columns.narrower'), onSelect: () => resize(id, width - STEP, true) },
        ...(Object.hasOwn(widths, id)
          ? [{ key: 'width', label: t('columns.usualWidth'), onSelect: () => resize(id, null, true) }]
          : []),
        {
          key: 'back',
          label: t('columns.moveBack'),
          isDisabled: place <= 0,
          onSelect: () => arrange(withMoved(chosen, id, place - 1)),
        },
        {
          key: 'on',
          label: t('columns.moveOn'),
          isDisabled: place === list.length - 1,
          onSelect: () => arrange(withMoved(chosen, id, place + 1)),
        },
        {
          key: 'freeze',
          label: t(isFrozen ? 'columns.free' : 'columns.freeze'),
          onSelect: () => arrange(withFrozen(chosen, id, !isFrozen)),
        },
        {
          key: 'hide',
          label: t('columns.hide'),
          onSelect: () => arrange(withColumns(chosen, new Set([id]), false, [])),
        },
      ]
    },
    [chosen, widths, resize, arrange, fold, reading, t],
  )
}

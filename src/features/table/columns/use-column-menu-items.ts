import { useDirection } from '@mantine/core'
import { useContext, useMemo } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import {
  type ColumnLayout,
  withColumnsVisible,
  withColumnFrozen,
  withColumnMoved,
} from '#/dataset/model/column-order.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isolate } from '#/lib/bidi.ts'
import { CollapsedGroupsContext, collapsibleSections, sectionText } from './collapsed-groups.ts'
import { type ColumnMenuItems, SetLayoutContext } from './column-menu.ts'
import type { ColumnWidths } from './column-widths.ts'

/** Pixels that the menu adds to a column's width. */
const WIDTH_STEP = 40

const widthOf = (column: DataColumn) => ('size' in column && typeof column.size === 'number' ? column.size : WIDTH_STEP)

/** The menu items that change a column's width, position and visibility, and collapse its groups. */
export function useColumnMenuItems(layout: ColumnLayout, { widths, resize }: ColumnWidths): ColumnMenuItems {
  const setLayout = useContext(SetLayoutContext)
  const { setCollapsed } = useContext(CollapsedGroupsContext)
  const display = useDisplay()
  const { t } = display
  const isRtl = useDirection().dir === 'rtl'
  return useMemo(
    () => (column) => {
      const { id } = column
      const isFrozen = layout.frozen.includes(id)
      const list = isFrozen ? layout.frozen : layout.rest
      const index = list.indexOf(id)
      const width = widthOf(column)
      const sections = isFrozen ? [] : collapsibleSections(column.section)
      return [
        ...sections.map((section) => ({
          key: `collapse ${section.key}`,
          label: t('collapse.action', { group: isolate(sectionText(section, display)) }),
          onSelect: () => setCollapsed(section.key, true),
        })),
        {
          key: 'wider',
          label: t('columns.wider'),
          isLayout: true,
          onSelect: () => resize(id, width + WIDTH_STEP, true),
        },
        {
          key: 'narrower',
          label: t('columns.narrower'),
          isLayout: true,
          onSelect: () => resize(id, width - WIDTH_STEP, true),
        },
        ...(Object.hasOwn(widths, id)
          ? [
              {
                key: 'width',
                label: t('columns.defaultWidth'),
                isLayout: true,
                onSelect: () => resize(id, null, true),
              },
            ]
          : []),
        {
          key: 'back',
          label: t(isRtl ? 'columns.moveRight' : 'columns.moveLeft'),
          isLayout: true,
          isDisabled: index <= 0,
          onSelect: () => setLayout(withColumnMoved(layout, id, index - 1)),
        },
        {
          key: 'on',
          label: t(isRtl ? 'columns.moveLeft' : 'columns.moveRight'),
          isLayout: true,
          isDisabled: index === list.length - 1,
          onSelect: () => setLayout(withColumnMoved(layout, id, index + 1)),
        },
        {
          key: 'freeze',
          label: t(isFrozen ? 'columns.unfreeze' : 'columns.freeze'),
          onSelect: () => setLayout(withColumnFrozen(layout, id, !isFrozen)),
        },
        {
          key: 'hide',
          label: t('columns.hide'),
          onSelect: () => setLayout(withColumnsVisible(layout, new Set([id]), false, [])),
        },
      ]
    },
    [layout, widths, resize, setLayout, setCollapsed, display, t, isRtl],
  )
}

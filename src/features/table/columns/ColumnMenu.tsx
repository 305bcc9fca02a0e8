import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClock, IconCopy, IconDotsVertical, IconFilter } from '@tabler/icons-react'
import { type ComponentProps, useContext, useId } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { isSortable, sortKey } from '#/dataset/model/sort.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './ColumnMenu.module.css'
import { ColumnTotals } from './ColumnTotal.tsx'
import { TotalsMenuItems } from './TotalsMenuItems.tsx'
import { ColumnMenuItemsContext, FilterByContext, OpenColumnMenuContext } from './column-menu.ts'
import { SortingContext } from './sort-context.ts'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The button in a column's head; one of many, it has a menu only while that is open. */
export function ColumnMenuButton({ column }: { column: SubmissionColumn }) {
  const { id, open, close } = useContext(OpenColumnMenuContext)
  const isOpen = id === column.id
  const button = <MenuButton column={column} {...(!isOpen && { onClick: () => open(column.id) })} />
  if (!isOpen) return button
  return (
    <Menu opened onClose={close} position="bottom-start">
      <Menu.Target>{button}</Menu.Target>
      <ColumnMenu column={column} />
    </Menu>
  )
}

function MenuButton({ column, ...button }: ComponentProps<'button'> & { column: SubmissionColumn }) {
  const reading = useDisplay()
  return (
    // The keyboard opens it from the column's cells: a grid has one tab stop.
    <button
      {...button}
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={reading.t('columnMenu.label', { column: isolate(columnName(column, reading)) })}
      className={classes.button}
    >
      <IconDotsVertical {...ICON} />
    </button>
  )
}

function ColumnMenu({ column }: { column: SubmissionColumn }) {
  const { t } = useDisplay()
  const figures = useId()
  const { sort, onSort } = useContext(SortingContext)
  const { copy } = useContext(OpenColumnMenuContext)
  const filterBy = useContext(FilterByContext)
  const more = useContext(ColumnMenuItemsContext)(column)
  const field = sortKey(column)
  const way = sort?.field === field ? (sort.descending ? 'descending' : 'ascending') : null
  return (
    <Menu.Dropdown aria-describedby={figures}>
      {isSortable(column) && (
        <>
          <Menu.Item
            leftSection={<IconArrowUp {...ICON} />}
            disabled={way === 'ascending'}
            onClick={() => onSort({ field, descending: false })}
          >
            {t('columnMenu.ascending')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...ICON} />}
            disabled={way === 'descending'}
            onClick={() => onSort({ field, descending: true })}
          >
            {t('columnMenu.descending')}
          </Menu.Item>
          {way !== null && (
            <Menu.Item leftSection={<IconClock {...ICON} />} onClick={() => onSort(null)}>
              {t('sort.newestFirst')}
            </Menu.Item>
          )}
        </>
      )}
      {filterBy && (
        <Menu.Item leftSection={<IconFilter {...ICON} />} onClick={() => filterBy(column.id)}>
          {t('columnMenu.filter')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => copy(column)}>
        {t('columnMenu.copy')}
      </Menu.Item>
      {more.length > 0 && <Menu.Divider />}
      {more.map(({ key, label, icon, isDisabled = false, onSelect }) => (
        <Menu.Item key={key} leftSection={icon} disabled={isDisabled} onClick={onSelect}>
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label id={figures} className={classes.figures ?? ''}>
        <ColumnTotals column={column} />
      </Menu.Label>
      <TotalsMenuItems column={column} />
    </Menu.Dropdown>
  )
}

import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClock, IconCopy, IconDots, IconFilter, IconSum } from '@tabler/icons-react'
import { type ComponentProps, useContext, useId } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isSortable, sortKey, sortWords } from '#/dataset/model/sort.ts'
import { MAX_AGGREGATED_ROWS, TotalsContext } from '#/dataset/summary/use-totals.ts'
import { isolate } from '#/lib/bidi.ts'
import { SubMenu } from '#/ui/menus/SubMenu.tsx'
import classes from './ColumnMenu.module.css'
import { ColumnAggregates } from './ColumnTotal.tsx'
import { type ColumnMenuItem, ColumnMenuItemsContext, FilterByContext, OpenColumnMenuContext } from './column-menu.ts'
import { SortingContext } from './sort-context.ts'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** The button of a column's menu. As there are many, the menu is rendered only while it is open. */
export function ColumnMenuButton({ column }: { column: DataColumn }) {
  const { id, open, close } = useContext(OpenColumnMenuContext)
  const isOpen = id === column.id
  const button = <MenuButton column={column} {...(!isOpen && { onClick: () => open(column.id) })} />
  if (!isOpen) return button
  return (
    <Menu opened onClose={close} position="bottom-start" middlewares={{ size: true }}>
      <Menu.Target>{button}</Menu.Target>
      <ColumnMenu column={column} />
    </Menu>
  )
}

function MenuButton({ column, ...button }: ComponentProps<'button'> & { column: DataColumn }) {
  const display = useDisplay()
  const label = display.t('columnMenu.label', { column: isolate(columnName(column, display)) })
  return (
    // Not a tab stop, as the grid is one: the keyboard opens the menu from a cell.
    <button
      {...button}
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      className={classes.button}
    >
      <IconDots {...ICON} />
    </button>
  )
}

function ColumnMenu({ column }: { column: DataColumn }) {
  const { t } = useDisplay()
  const totalsId = useId()
  const { sort, onSortChange } = useContext(SortingContext)
  const { copy } = useContext(OpenColumnMenuContext)
  const filterBy = useContext(FilterByContext)
  const moreItems = useContext(ColumnMenuItemsContext)(column)
  const layoutItems = moreItems.filter(({ isLayout }) => isLayout)
  const field = sortKey(column)
  const direction = sort?.field === field ? (sort.descending ? 'descending' : 'ascending') : null
  return (
    <Menu.Dropdown className={classes.dropdown ?? ''} aria-describedby={totalsId}>
      {isSortable(column) && (
        <>
          <Menu.Item
            leftSection={<IconArrowUp {...ICON} />}
            disabled={direction === 'ascending'}
            onClick={() => onSortChange({ field, descending: false })}
          >
            {t(`sort.words.${sortWords(column)}.ascending`)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown {...ICON} />}
            disabled={direction === 'descending'}
            onClick={() => onSortChange({ field, descending: true })}
          >
            {t(`sort.words.${sortWords(column)}.descending`)}
          </Menu.Item>
          {direction !== null && (
            <Menu.Item leftSection={<IconClock {...ICON} />} onClick={() => onSortChange(null)}>
              {t('sort.newestFirst')}
            </Menu.Item>
          )}
        </>
      )}
      {column.source === 'supplement' && (
        <Menu.Label className={classes.note ?? ''}>{t('columnMenu.added')}</Menu.Label>
      )}
      {filterBy && column.source !== 'supplement' && (
        <Menu.Item leftSection={<IconFilter {...ICON} />} onClick={() => filterBy(column.id)}>
          {t('columnMenu.filter')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => copy(column)}>
        {t('columnMenu.copy')}
      </Menu.Item>
      {moreItems.length > 0 && <Menu.Divider />}
      {moreItems.map((item) => !item.isLayout && <MoreItem key={item.key} item={item} />)}
      {layoutItems.length > 0 && (
        <SubMenu label={t('columnMenu.layout')}>
          {layoutItems.map((item) => (
            <MoreItem key={item.key} item={item} />
          ))}
        </SubMenu>
      )}
      <Menu.Divider />
      <Menu.Label id={totalsId} className={classes.totals ?? ''}>
        <ColumnAggregates column={column} />
      </Menu.Label>
      <TotalsMenuItems column={column} />
    </Menu.Dropdown>
  )
}

const MoreItem = ({ item: { label, icon, isDisabled = false, onSelect } }: { item: ColumnMenuItem }) => (
  <Menu.Item leftSection={icon} disabled={isDisabled} onClick={onSelect}>
    {label}
  </Menu.Item>
)

/** Aggregates this column, or all columns, over all rows that match. */
function TotalsMenuItems({ column }: { column: DataColumn }) {
  const { t } = useDisplay()
  const { of, offer, isFiltered, start } = useContext(TotalsContext)
  if (!offer) return null
  const { count, columns } = offer
  if (count > MAX_AGGREGATED_ROWS) return <Menu.Label>{t('total.tooMany', { count: MAX_AGGREGATED_ROWS })}</Menu.Label>
  return (
    <>
      {column.kind !== 'id' && !of(column) && (
        <Menu.Item leftSection={<IconSum {...ICON} />} onClick={() => start([column])}>
          {t(isFiltered ? 'total.calculateMatching' : 'total.calculate', { count })}
        </Menu.Item>
      )}
      {columns.length > 1 && columns.some((each) => !of(each)) && (
        <Menu.Item leftSection={<IconSum {...ICON} />} onClick={() => start(columns.filter((each) => !of(each)))}>
          {t('total.calculateAllColumns', { count })}
        </Menu.Item>
      )}
    </>
  )
}

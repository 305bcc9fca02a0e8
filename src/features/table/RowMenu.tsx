import { Menu } from '@mantine/core'
import {
  IconArrowsDiagonal,
  IconColumns3,
  IconCopy,
  IconExternalLink,
  IconPencil,
  IconSquareCheck,
  IconSquareOff,
} from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { StatusItems } from '#/dataset/status/StatusMenu.tsx'
import { useOptimisticStatus } from '#/dataset/status/use-optimistic-status.ts'
import type { SizedColumn } from '#/features/table/columns/collapsed-groups.ts'
import { isolate } from '#/lib/bidi.ts'
import { Keys } from '#/ui/Keys.tsx'
import type { GridRange } from '#/ui/grid/cell-range.ts'
import type { RowMenuRequest } from '#/ui/grid/data-grid-props.ts'
import { FIRST_DATA_COLUMN } from '#/ui/grid/grid-types.ts'
import { RowLinksContext } from './RowLink.tsx'
import classes from './RowMenu.module.css'

interface Coords {
  x: number
  y: number
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Like the browser's menu it covers the pointer where there is no room below it, and scrolls where there is none at all. */
const MIDDLEWARES = {
  flip: false,
  shift: { crossAxis: true, limiter: { fn: ({ x, y }: Coords) => ({ x, y }) } },
  size: true,
}

export interface RowMenuProps {
  request: RowMenuRequest<Row, SizedColumn>
  /** The column of row titles. */
  title: DataColumn
  /** Index of the last column of the grid. */
  lastColumn: number
  isSelected: boolean
  /** Why the answer cannot be edited; `null` if it can be. */
  editProblem: string | null
  onEdit: (column: DataColumn, row: Row) => void
  onToggle: (row: Row) => void
  onCopy: (range: GridRange) => void
  onColumnMenu: (column: SizedColumn) => void
  onClose: () => void
}

/** The menu of a row, for one of its cells. */
export function RowMenu(props: RowMenuProps) {
  const { request, title, lastColumn, isSelected, onToggle, onCopy, onColumnMenu, onClose } = props
  const { row, cell, column, range, position } = request
  const { t } = useDisplay()
  const name = useRowTitle(row, title)
  const { hrefOf, onOpen } = useContext(RowLinksContext)
  const cells = { top: cell.row, bottom: cell.row }
  const count = range && (range.bottom - range.top + 1) * (range.right - range.left + 1)
  return (
    <Menu opened onClose={onClose} position="bottom-start" middlewares={MIDDLEWARES}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left: position.x, top: position.y }}
          aria-label={t('rowMenu.label', { title: isolate(name) })}
        />
      </Menu.Target>
      <Menu.Dropdown
        className={classes.dropdown ?? ''}
        onContextMenu={(event) => event.preventDefault()} // the menu key opens the browser's menu when it is released
      >
        <Menu.Label className={classes.title ?? ''}>
          <bdi>{name}</bdi>
        </Menu.Label>
        <Item icon={IconArrowsDiagonal} keys="Space" onClick={() => onOpen(row._id)}>
          {t('panel.open')}
        </Item>
        {hrefOf && (
          <Menu.Item
            component="a"
            href={`#${hrefOf(row._id)}`}
            target="_blank"
            rel="opener" // the new tab keeps the sign-in of this one
            leftSection={<IconExternalLink {...ICON} className="fb-flip" />}
          >
            {t('rowMenu.newTab')}
          </Menu.Item>
        )}
        {column && !column.collapsedColumns && <EditItem {...props} column={column} />}
        <Menu.Divider />
        {count !== null && count > 1 ? (
          <Item icon={IconCopy} keys="Mod+C" onClick={() => range && onCopy(range)}>
            {t('rowMenu.copyCells', { count })}
          </Item>
        ) : (
          column &&
          !column.collapsedColumns && (
            <Item
              icon={IconCopy}
              keys="Mod+C"
              onClick={() => onCopy({ ...cells, left: cell.column, right: cell.column })}
            >
              {t('rowMenu.copyCell')}
            </Item>
          )
        )}
        <Item icon={IconCopy} onClick={() => onCopy({ ...cells, left: FIRST_DATA_COLUMN, right: lastColumn })}>
          {t('rowMenu.copyRow')}
        </Item>
        <Item icon={isSelected ? IconSquareOff : IconSquareCheck} keys="Shift+Space" onClick={() => onToggle(row)}>
          {t(isSelected ? 'rowMenu.deselect' : 'rowMenu.select')}
        </Item>
        <StatusSection row={row} />
        {column && !column.collapsedColumns && (
          <>
            <Menu.Divider />
            <Item icon={IconColumns3} keys="Alt+ArrowDown" onClick={() => onColumnMenu(column)}>
              {t('rowMenu.column')}
            </Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ItemProps {
  icon: typeof IconCopy
  /** The keyboard shortcut that does the same. */
  keys?: string
  onClick: () => void
  children: ReactNode
}

function Item({ icon: Icon, keys, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      leftSection={<Icon {...ICON} />}
      {...(keys && {
        rightSection: (
          <span className={classes.keys}>
            <Keys keys={keys} />
          </span>
        ),
      })}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  )
}

function EditItem({ request: { row }, column, editProblem, onEdit }: RowMenuProps & { column: SizedColumn }) {
  const display = useDisplay()
  const { t } = display
  if (editProblem !== null) {
    return (
      <Menu.Item leftSection={<IconPencil {...ICON} />} disabled>
        {t('rowMenu.edit')}
        <span className={classes.reason}>{editProblem}</span>
      </Menu.Item>
    )
  }
  return (
    <Item icon={IconPencil} keys="F2" onClick={() => onEdit(column, row)}>
      {t('rowMenu.editNamed', { question: isolate(columnName(column, display)) })}
    </Item>
  )
}

function StatusSection({ row }: { row: Row }) {
  const { t } = useDisplay()
  const { status: access } = useRowSource()
  const status = useOptimisticStatus(row)
  if (!access) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('rowMenu.status')}</Menu.Label>
      <StatusItems access={access} rowKey={row._id} status={status} />
    </>
  )
}

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { KindIcon, kindOf } from '#/dataset/answers/KindIcon.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { isSortable, nextSort, sortKey } from '#/dataset/model/sort.ts'
import classes from './ColumnHeader.module.css'
import { ColumnMenuButton } from './ColumnMenu.tsx'
import { SortingContext } from './sort-context.ts'

/** The header of a column: its label, kind and sort order, and the button of its menu. */
export function ColumnHeader({ column }: { column: DataColumn }) {
  const { sort, onSortChange } = useContext(SortingContext)
  const isSorted = sort?.field === sortKey(column)
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp
  const title = (
    <ColumnTitle
      column={column}
      icon={<KindIcon column={column} size={15} />}
      arrow={isSorted && <Arrow size={14} stroke={2} className={classes.arrow} aria-hidden />}
    />
  )
  return (
    <>
      {isSortable(column) ? (
        // Not a tab stop, as the grid is one: the keyboard sorts with the column's menu.
        <button
          type="button"
          tabIndex={-1}
          className={classes.sortButton}
          onClick={() => onSortChange(nextSort(column, sort))}
        >
          {title}
        </button>
      ) : (
        title
      )}
      <ColumnMenuButton column={column} />
    </>
  )
}

/** A header without controls and icons, for columns that only scroll by: they take long to render. */
export const ColumnPlaceholder = ({ column }: { column: DataColumn }) => <ColumnTitle column={column} />

interface ColumnTitleProps {
  column: DataColumn
  icon?: ReactNode
  arrow?: ReactNode
}

function ColumnTitle({ column, icon, arrow }: ColumnTitleProps) {
  const { t } = useDisplay()
  return (
    <>
      <span className={classes.name}>
        <ColumnLabel column={column} />
      </span>{' '}
      <span className={classes.kind} data-no-icon={icon === undefined || undefined}>
        {icon}
        {column.isOlder && `${t('kind.older')} · `}
        {t(`kind.${kindOf(column)}`)}
        {arrow}
      </span>
    </>
  )
}

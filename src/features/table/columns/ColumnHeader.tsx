import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useContext } from 'react'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { KindIcon, kindOf } from '#/dataset/answers/KindIcon.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { isSortable, nextSort, sortKey } from '#/dataset/model/sort.ts'
import classes from './ColumnHeader.module.css'
import { ColumnMenuButton } from './ColumnMenu.tsx'
import { SortingContext } from './sort-context.ts'

/** The name of a column, and what kind of answer stands in it. */
export function ColumnHeader({ column }: { column: SubmissionColumn }) {
  const { sort, onSort } = useContext(SortingContext)
  const isSorted = sort?.field === sortKey(column)
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp
  const inside = (
    <HeadWords
      column={column}
      sign={<KindIcon column={column} size={15} />}
      arrow={isSorted && <Arrow size={14} stroke={2} className={classes.arrow} aria-hidden />}
    />
  )
  return (
    <>
      {isSortable(column) ? (
        // The keyboard sorts by the column's menu: a grid has one tab stop.
        <button type="button" tabIndex={-1} className={classes.sorter} onClick={() => onSort(nextSort(column, sort))}>
          {inside}
        </button>
      ) : (
        inside
      )}
      <ColumnMenuButton column={column} />
    </>
  )
}

/** The same where it comes by and goes again: its signs and buttons take longer to draw than its words. */
export const ColumnPlaceholder = ({ column }: { column: SubmissionColumn }) => <HeadWords column={column} />

interface HeadWordsProps {
  column: SubmissionColumn
  sign?: ReactNode
  arrow?: ReactNode
}

function HeadWords({ column, sign, arrow }: HeadWordsProps) {
  const { t } = useDisplay()
  return (
    <>
      <span className={classes.name}>
        <ColumnLabel column={column} />
      </span>{' '}
      <span className={classes.kind} data-passing={sign === undefined || undefined}>
        {sign}
        {column.isOlder && `${t('kind.older')} · `}
        {t(`kind.${kindOf(column)}`)}
        {arrow}
      </span>
    </>
  )
}

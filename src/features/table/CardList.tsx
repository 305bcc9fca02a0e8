import { useWindowEvent } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import { STATUS, type DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { type RowPositions, toSparseRows } from '#/dataset/rows/sparse-rows.ts'
import { RowCheckbox } from '#/dataset/selection/RowCheckbox.tsx'
import { useGridSelection } from '#/dataset/selection/use-grid-selection.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import { type FindStore, highlightsOf, useFind } from '#/features/table/find/find-store.ts'
import { RepeatCount } from '#/features/table/repeats/RepeatCount.tsx'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import { scrollerOf } from '#/ui/scroller.ts'
import type { SharedValue } from '#/ui/shared-value.ts'
import classes from './CardList.module.css'
import { RowLink, RowLinksContext } from './RowLink.tsx'
import { SystemValue } from './table-cells.tsx'

interface CardListProps {
  /** The loaded rows. */
  rows: readonly Row[]
  /** Their positions among all rows; `null` if they are all rows. */
  positions: RowPositions | null
  /** Called with the indexes of the first and last visible card. */
  onVisibleRangeChange: (first: number, last: number) => void
  /** The card to scroll to. */
  scrollTarget: SharedValue<GridScrollTarget | null>
  find: FindStore
  /** The column of row titles. */
  title: DataColumn | undefined
  /** The columns of each card. */
  columns: readonly DataColumn[]
  busy: boolean
  /** The address of a row's own page; `null` where rows have none. */
  hrefOf: ((id: number) => string) | null
  onOpen: (id: number) => void
}

/** Heights in pixels of a card's parts, to estimate cards that are not rendered yet. */
const CARD_HEAD = 53
const CARD_PAIR = 23
const GAP = 12
const CARD_REST = 17 + GAP
/** More cards would be taller than browsers can lay out. */
export const MAX_CARDS = 40_000

/** The rows as cards, on a phone. Only visible cards are rendered. */
export function CardList(props: CardListProps) {
  const { rows, positions, onVisibleRangeChange, scrollTarget, find, busy, hrefOf, onOpen, ...card } = props
  const links = useMemo(() => ({ hrefOf, onOpen }), [hrefOf, onOpen])
  const { t, format } = useDisplay()
  const all = useMemo(() => toSparseRows(rows, positions), [rows, positions])
  const selection = useGridSelection(rows)
  const list = useRef<HTMLUListElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [offset, setOffset] = useState(0)
  // The page itself scrolls: a phone has no space for a scroll area of its own.
  const measure = () => {
    if (!list.current) return
    const parent = scrollerOf(list.current)
    setScroller(parent)
    setOffset(list.current.getBoundingClientRect().top - parent.getBoundingClientRect().top + parent.scrollTop)
  }
  useLayoutEffect(measure, [])
  useWindowEvent('resize', measure)
  const size = CARD_HEAD + CARD_PAIR * card.columns.length + CARD_REST
  const virtual = useVirtualizer({
    count: Math.min(all.length, MAX_CARDS),
    getScrollElement: () => scroller,
    estimateSize: () => size,
    scrollMargin: offset,
    overscan: 4,
  })
  const first = virtual.range?.startIndex ?? -1
  const last = virtual.range?.endIndex ?? -1
  useEffect(() => {
    if (first >= 0) onVisibleRangeChange(first, last)
  }, [onVisibleRangeChange, first, last])
  const goTo = useEffectEvent(({ row, keepsFocus = false }: GridScrollTarget) => {
    measure() // the height above the list may have changed
    virtual.scrollToIndex(Math.min(row, MAX_CARDS - 1), { align: keepsFocus ? 'center' : 'start' })
  })
  useEffect(
    () =>
      scrollTarget.subscribe(() => {
        const to = scrollTarget.get()
        if (to) goTo(to)
      }),
    [scrollTarget],
  )
  const highlights = useFind(find, highlightsOf)
  const current = useFind(find, ({ current, highlights }) => (highlights && current ? current.rowIndex : -1))

  const limitNote = all.length > MAX_CARDS && (
    <p className={classes.end}>{t('rows.cardsEnd', { count: MAX_CARDS, total: format.number(all.length) })}</p>
  )
  return (
    <RowLinksContext value={links}>
      {limitNote}
      <ul
        ref={list}
        className={classes.cards}
        aria-label={t('title')}
        aria-busy={busy}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = all.at(index)
          return (
            <li
              key={row?._id ?? `waiting-${index}`}
              ref={virtual.measureElement}
              className={classes.item}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={all.length}
              style={{ insetBlockStart: start - offset }}
            >
              {row ? (
                <RowCard
                  row={row}
                  isSelected={selection.has(row)}
                  matchingColumns={highlights?.get(row._id)}
                  isCurrent={index === current}
                  onToggle={() => selection.set([row], !selection.has(row))}
                  {...card}
                />
              ) : (
                <div
                  className={classes.waiting}
                  style={{ blockSize: size - GAP }}
                  role="img"
                  aria-label={t(all.isUnreadable(index) ? 'rows.unreadable' : 'rows.loading')}
                />
              )}
            </li>
          )
        })}
      </ul>
      {limitNote}
    </RowLinksContext>
  )
}

type RowCardProps = Pick<CardListProps, 'title' | 'columns'> & {
  row: Row
  isSelected: boolean
  /** Ids of the columns that match the search. */
  matchingColumns: ReadonlySet<string> | undefined
  /** Whether it has the current match. */
  isCurrent: boolean
  onToggle: () => void
}

function RowCard(props: RowCardProps) {
  const { row, isSelected, matchingColumns, isCurrent, onToggle, title, columns } = props
  const name = useRowTitle(row, title)
  return (
    <article className={classes.card} data-selected={isSelected || undefined} data-current={isCurrent || undefined}>
      <div className={classes.head}>
        <div className={classes.checkbox}>
          <RowCheckbox row={row} title={title} isSelected={isSelected} onToggle={onToggle} />
        </div>
        <h2 className={classes.title} data-match={(title && matchingColumns?.has(title.id)) || undefined}>
          <RowLink id={row._id}>
            <bdi>{name}</bdi>
          </RowLink>
        </h2>
        <div className={classes.status} data-match={matchingColumns?.has(STATUS.id) || undefined}>
          <StatusControl row={row} title={name} />
        </div>
      </div>
      <dl className={classes.pairs}>
        {columns.map((column) => (
          <div key={column.id} className={classes.pair} data-match={matchingColumns?.has(column.id) || undefined}>
            <dt>
              <ColumnLabel column={column} />
            </dt>
            <dd>
              {column.source === 'system' ? (
                <SystemValue column={column} row={row} />
              ) : column.kind === 'repeat' ? (
                <RepeatCount column={column} row={row} />
              ) : (
                <Answer column={column} entry={row} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

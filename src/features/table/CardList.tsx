import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { Answer } from '#/dataset/answers/Answer.tsx'
import { ColumnLabel } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import { STATUS, type SubmissionColumn } from '#/dataset/model/columns.ts'
import { placed, type Places } from '#/dataset/rows/sparse-rows.ts'
import { RowCheckbox } from '#/dataset/selection/SelectionCheckbox.tsx'
import { useGridSelection } from '#/dataset/selection/use-grid-selection.ts'
import { StatusControl } from '#/dataset/status/StatusControl.tsx'
import { type FindStore, highlightsOf, useFind } from '#/features/table/find/find-store.ts'
import { RepeatCount } from '#/features/table/repeats/RepeatCount.tsx'
import type { GridScrollTarget } from '#/ui/grid/data-grid-props.ts'
import type { SharedValue } from '#/ui/store.ts'
import classes from './CardList.module.css'
import { SystemValue } from './table-cells.tsx'

interface CardListProps {
  assetUid: string
  /** Those that are loaded. */
  rows: readonly Submission[]
  /** Where they stand among all; `null` where they are all there are. */
  places: Places | null
  /** Hears which cards are in sight. */
  onSight: (first: number, last: number) => void
  /** The card to go to. */
  goal: SharedValue<GridScrollTarget | null>
  find: FindStore
  /** The column that names each submission. */
  title: SubmissionColumn | undefined
  /** What each card tells of it. */
  columns: readonly SubmissionColumn[]
  canValidate: boolean
  busy: boolean
  onOpen: (submission: Submission) => void
}

/** Heights of a card's parts, for those that are not drawn yet. */
const CARD_HEAD = 53
const CARD_PAIR = 23
const GAP = 12
const CARD_REST = 17 + GAP
/** More would be taller than browsers can draw; nobody's thumb goes that far. */
export const MOST = 40_000

/** The table on a phone: a card for each submission, drawn as it comes into sight of the page. */
export function CardList({ rows, places, onSight, goal, find, busy, ...card }: CardListProps) {
  const { t, format } = useDisplay()
  const all = useMemo(() => placed(rows, places), [rows, places])
  const ticks = useGridSelection(rows)
  const list = useRef<HTMLUListElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [above, setAbove] = useState(0)
  // The page itself scrolls: a phone has no room for a list with a scroll area of its own.
  const look = () => {
    const main = list.current?.closest('main') ?? null
    setScroller(main)
    if (main && list.current) {
      setAbove(list.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop)
    }
  }
  useLayoutEffect(look, [])
  const size = CARD_HEAD + CARD_PAIR * card.columns.length + CARD_REST
  const virtual = useVirtualizer({
    count: Math.min(all.length, MOST),
    getScrollElement: () => scroller,
    estimateSize: () => size,
    scrollMargin: above,
    overscan: 4,
  })
  const first = virtual.range?.startIndex ?? -1
  const last = virtual.range?.endIndex ?? -1
  useEffect(() => {
    if (first >= 0) onSight(first, last)
  }, [onSight, first, last])
  const goTo = useEffectEvent(({ row, keepsFocus = false }: GridScrollTarget) => {
    look() // what stands above may have changed
    virtual.scrollToIndex(Math.min(row, MOST - 1), { align: keepsFocus ? 'center' : 'start' })
  })
  useEffect(
    () =>
      goal.subscribe(() => {
        const to = goal.get()
        if (to) goTo(to)
      }),
    [goal],
  )
  const found = useFind(find, highlightsOf)
  const current = useFind(find, ({ at, marks }) => (marks && at ? at.place : -1))

  const end = all.length > MOST && (
    <p className={classes.end}>{t('rows.cardsEnd', { count: MOST, total: format.number(all.length) })}</p>
  )
  return (
    <>
      {end}
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
              style={{ insetBlockStart: start - above }}
            >
              {row ? (
                <SubmissionCard
                  row={row}
                  isTicked={ticks.has(row)}
                  found={found?.get(row._id)}
                  isCurrent={index === current}
                  onTick={() => ticks.set([row], !ticks.has(row))}
                  {...card}
                />
              ) : (
                <div
                  className={classes.waiting}
                  style={{ blockSize: size - GAP }}
                  role="img"
                  aria-label={t(all.isOdd(index) ? 'rows.odd' : 'rows.waiting')}
                />
              )}
            </li>
          )
        })}
      </ul>
      {end}
    </>
  )
}

type SubmissionCardProps = Pick<CardListProps, 'assetUid' | 'title' | 'columns' | 'canValidate' | 'onOpen'> & {
  row: Submission
  isTicked: boolean
  /** Ids of the columns in which something was found. */
  found: ReadonlySet<string> | undefined
  /** Among those found. */
  isCurrent: boolean
  onTick: () => void
}

function SubmissionCard(props: SubmissionCardProps) {
  const { row, isTicked, found, isCurrent, onTick, assetUid, title, columns, canValidate, onOpen } = props
  const name = useRowTitle(row, title)
  return (
    <article className={classes.card} data-ticked={isTicked || undefined} data-current={isCurrent || undefined}>
      <div className={classes.head}>
        <div className={classes.tick}>
          <RowCheckbox row={row} title={title} isTicked={isTicked} onTick={onTick} />
        </div>
        <h2 className={classes.title} data-found={(title && found?.has(title.id)) || undefined}>
          <button type="button" onClick={() => onOpen(row)}>
            <bdi>{name}</bdi>
          </button>
        </h2>
        <div className={classes.status} data-found={found?.has(STATUS.id) || undefined}>
          <StatusControl assetUid={assetUid} submission={row} title={name} canValidate={canValidate} />
        </div>
      </div>
      <dl className={classes.pairs}>
        {columns.map((column) => (
          <div key={column.id} className={classes.pair} data-found={found?.has(column.id) || undefined}>
            <dt>
              <ColumnLabel column={column} />
            </dt>
            <dd>
              {column.source === 'system' ? (
                <SystemValue column={column} row={row} />
              ) : column.kind === 'repeat' ? (
                <RepeatCount column={column} row={row} />
              ) : (
                <Answer column={column} row={row} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

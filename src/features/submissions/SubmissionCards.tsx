import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Submission } from '#/api/submissions/schema.ts'
import { Answer } from './Answer.tsx'
import { ColumnName } from './ColumnName.tsx'
import type { SubmissionColumn } from './columns.ts'
import { useReading } from './reading.ts'
import { StatusControl } from './StatusControl.tsx'
import classes from './SubmissionCards.module.css'
import { SystemValue } from './table-content.tsx'
import { RowTick } from './Tick.tsx'
import { useRowTicks } from './use-row-ticks.ts'
import { useTitle } from './use-title.ts'

interface SubmissionCardsProps {
  assetUid: string
  rows: readonly Submission[]
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
const CARD_REST = 17 + 12

/** The table on a phone: a card for each submission, drawn as it comes into sight of the page. */
export function SubmissionCards({ rows, busy, ...card }: SubmissionCardsProps) {
  const { t } = useReading()
  const ticks = useRowTicks(rows)
  const list = useRef<HTMLUListElement>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [above, setAbove] = useState(0)
  // The page itself scrolls: a phone has no room for a list with a scroll area of its own.
  useLayoutEffect(() => {
    const main = list.current?.closest('main') ?? null
    setScroller(main)
    if (main && list.current) {
      setAbove(list.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop)
    }
  }, [])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => CARD_HEAD + CARD_PAIR * card.columns.length + CARD_REST,
    scrollMargin: above,
    overscan: 4,
  })
  return (
    <ul
      ref={list}
      className={classes.cards}
      aria-label={t('title')}
      aria-busy={busy}
      style={{ blockSize: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index]
        return (
          row && (
            <li
              key={row._id}
              ref={virtual.measureElement}
              className={classes.item}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ insetBlockStart: start - above }}
            >
              <SubmissionCard
                row={row}
                isTicked={ticks.has(row)}
                onTick={() => ticks.set([row], !ticks.has(row))}
                {...card}
              />
            </li>
          )
        )
      })}
    </ul>
  )
}

type SubmissionCardProps = Omit<SubmissionCardsProps, 'rows' | 'busy'> & {
  row: Submission
  isTicked: boolean
  onTick: () => void
}

function SubmissionCard(props: SubmissionCardProps) {
  const { row, isTicked, onTick, assetUid, title, columns, canValidate, onOpen } = props
  const name = useTitle(row, title)
  return (
    <article className={classes.card} data-ticked={isTicked || undefined}>
      <div className={classes.head}>
        <div className={classes.tick}>
          <RowTick row={row} title={title} isTicked={isTicked} onTick={onTick} />
        </div>
        <h2 className={classes.title}>
          <button type="button" onClick={() => onOpen(row)}>
            <bdi>{name}</bdi>
          </button>
        </h2>
        <div className={classes.status}>
          <StatusControl assetUid={assetUid} submission={row} title={name} canValidate={canValidate} />
        </div>
      </div>
      <dl className={classes.pairs}>
        {columns.map((column) => (
          <div key={column.id} className={classes.pair}>
            <dt>
              <ColumnName column={column} />
            </dt>
            <dd>
              {column.source === 'system' ? (
                <SystemValue column={column} row={row} />
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

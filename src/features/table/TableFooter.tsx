import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { PAGE_SIZES, pageCount, type PageSize } from '#/dataset/query/query.ts'
import type { VisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { useTimeZone } from '#/i18n/use-time-zone.ts'
import { GoToRow } from './GoToRow.tsx'
import classes from './TableFooter.module.css'
import { useIntent } from './use-intent.ts'

interface TableFooterProps {
  /** Whether it shares its line with others: without the time zone, and with short buttons. */
  isCompact?: boolean
  /** Whether it says which rows are shown, and how many. */
  showsRows?: boolean
  /** Counts from 1. */
  page: number
  size: PageSize
  /** Whether all rows are in one scroll area, instead of pages. */
  scrolls: boolean
  /** `null` until it is known. */
  count: number | null
  /** Whether all rows can be scrolled through. */
  canScroll: boolean
  visibleRange: VisibleRangeStore
  onPageChange: (page: number) => void
  /** The pointer or the focus rests on the button of the next page. */
  onNextPageIntent: () => void
  onPageSizeChange: (size: PageSize) => void
  /** All rows in one scroll area instead of pages. */
  onScrollAll: () => void
  /** Called with the index of a row to scroll to. */
  onGoTo: (row: number) => void
}

const ALL = 'all'

/** Which rows are shown, pagination, and the time zone of all times above. */
export function TableFooter(props: TableFooterProps) {
  const {
    isCompact = false,
    showsRows = true,
    page,
    size,
    scrolls,
    canScroll,
    count,
    visibleRange,
    onPageChange,
    onNextPageIntent,
    onPageSizeChange,
    onScrollAll,
    onGoTo,
  } = props
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const timeZone = useTimeZone()
  return (
    <div className={classes.footer} data-compact={isCompact || undefined}>
      <div className={classes.rows} hidden={!showsRows}>
        {scrolls ? (
          <VisibleRows count={count} visibleRange={visibleRange} />
        ) : (
          <span role="status">
            {count !== null &&
              count > 0 &&
              t('pages.rows', {
                first: format.number((page - 1) * size + 1),
                last: format.number(Math.min(count, page * size)),
                total: format.number(count),
              })}
          </span>
        )}
        <NativeSelect
          className={classes.size ?? ''}
          variant="unstyled"
          aria-label={t('pages.size')}
          value={scrolls ? ALL : size}
          onChange={({ currentTarget }) => {
            const chosen = PAGE_SIZES.find((known) => String(known) === currentTarget.value)
            if (chosen) onPageSizeChange(chosen)
            else onScrollAll()
          }}
          data={[
            ...PAGE_SIZES.map((value) => ({ value: String(value), label: t('pages.perPage', { count: value }) })),
            ...(canScroll ? [{ value: ALL, label: t('rows.all') }] : []),
          ]}
        />
      </div>
      {!isCompact && <span className={classes.zone}>{t('pages.timeZone', { zone: timeZone })}</span>}
      {scrolls ? (
        showsRows && <GoToRow count={count} onGoTo={onGoTo} />
      ) : (
        <PageButtons
          page={page}
          pages={count === null ? null : pageCount(count, size)}
          onPageChange={onPageChange}
          onNextPageIntent={onNextPageIntent}
        />
      )}
    </div>
  )
}

/** Which rows are visible. Not announced, as it changes with each scroll event. */
function VisibleRows({ count, visibleRange }: Pick<TableFooterProps, 'count' | 'visibleRange'>) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const range = useSyncExternalStore(visibleRange.subscribe, visibleRange.get)
  if (count === null || count === 0 || !range) return <span />
  const [first, last] = [Math.min(range.first + 1, count), Math.min(range.last + 1, count)]
  return (
    <span>
      {t('pages.rows', {
        first: format.number(first),
        last: format.number(last),
        total: format.number(count),
      })}
    </span>
  )
}

interface PageButtonsProps {
  page: number
  /** `null` until it is known. */
  pages: number | null
  onPageChange: (page: number) => void
  onNextPageIntent: () => void
}

function PageButtons({ page, pages, onPageChange, onNextPageIntent }: PageButtonsProps) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const { cancel, ...intent } = useIntent(onNextPageIntent)
  return (
    <nav className={classes.pages} aria-label={t('pages.label')}>
      <Button
        variant="default"
        aria-label={t('pages.previousPage')}
        leftSection={<IconChevronLeft size={16} stroke={1.75} className="fb-flip" aria-hidden />}
        disabled={page <= 1}
        onClick={() => onPageChange(page - 1)}
      >
        <span className={classes.text}>{t('pages.previous')}</span>
      </Button>
      <span className={classes.current}>
        {pages !== null && t('pages.current', { page: format.number(page), pages: format.number(pages) })}
      </span>
      <Button
        variant="default"
        aria-label={t('pages.nextPage')}
        rightSection={<IconChevronRight size={16} stroke={1.75} className="fb-flip" aria-hidden />}
        disabled={pages === null || page >= pages}
        {...intent}
        onClick={() => {
          cancel()
          onPageChange(page + 1)
        }}
      >
        <span className={classes.text}>{t('pages.next')}</span>
      </Button>
    </nav>
  )
}

import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { PAGE_SIZES, type PageSize } from '#/api/kpi/submissions/request.ts'
import { pageCount } from '#/dataset/query/query.ts'
import type { VisibleRangeStore } from '#/dataset/rows/visible-range.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { GoToRow } from './GoToRow.tsx'
import classes from './TableFooter.module.css'

interface TableFooterProps {
  /** Counts from 1. */
  page: number
  size: PageSize
  /** All rows under one another, instead of pages. */
  scrolls: boolean
  /** `null` until it is known. */
  count: number | null
  sight: VisibleRangeStore
  onPage: (page: number) => void
  onSize: (size: PageSize) => void
  onScroll: () => void
  /** A row to go to, from 0. */
  onGoal: (row: number) => void
}

const ALL = 'all'

/** Which rows are shown, the way to the others, and the zone of all times above. */
export function TableFooter(props: TableFooterProps) {
  const { page, size, scrolls, count, sight, onPage, onSize, onScroll, onGoal } = props
  const { t } = useTranslation('submissions')
  const format = useFormat()
  return (
    <div className={classes.footer}>
      <div className={classes.rows}>
        {scrolls ? (
          <RowsInSight count={count} sight={sight} />
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
            if (chosen) onSize(chosen)
            else onScroll()
          }}
          data={[
            ...PAGE_SIZES.map((value) => ({ value: String(value), label: t('pages.perPage', { count: value }) })),
            { value: ALL, label: t('rows.all') },
          ]}
        />
      </div>
      <span className={classes.zone}>{t('pages.timeZone', { zone: format.timeZone() })}</span>
      {scrolls ? (
        <GoToRow count={count} onGoal={onGoal} />
      ) : (
        <PageButtons page={page} pages={count === null ? null : pageCount(count, size)} onPage={onPage} />
      )}
    </div>
  )
}

/** Not said aloud: it changes with every turn of the wheel. */
function RowsInSight({ count, sight }: Pick<TableFooterProps, 'count' | 'sight'>) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const seen = useSyncExternalStore(sight.subscribe, sight.get)
  if (count === null || count === 0 || !seen) return <span />
  const [first, last] = [Math.min(seen.first + 1, count), Math.min(seen.last + 1, count)]
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
  onPage: (page: number) => void
}

function PageButtons({ page, pages, onPage }: PageButtonsProps) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  return (
    <nav className={classes.pages} aria-label={t('pages.label')}>
      <Button
        variant="default"
        aria-label={t('pages.previousPage')}
        leftSection={<IconChevronLeft size={16} stroke={1.75} className="fb-flip" aria-hidden />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <span className={classes.word}>{t('pages.previous')}</span>
      </Button>
      <span className={classes.current}>
        {pages !== null && t('pages.current', { page: format.number(page), pages: format.number(pages) })}
      </span>
      <Button
        variant="default"
        aria-label={t('pages.nextPage')}
        rightSection={<IconChevronRight size={16} stroke={1.75} className="fb-flip" aria-hidden />}
        disabled={pages === null || page >= pages}
        onClick={() => onPage(page + 1)}
      >
        <span className={classes.word}>{t('pages.next')}</span>
      </Button>
    </nav>
  )
}

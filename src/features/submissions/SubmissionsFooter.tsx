import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PAGE_SIZES, type PageSize } from '#/api/submissions/queries.ts'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './SubmissionsFooter.module.css'
import { pageCount } from './view-state.ts'

interface SubmissionsFooterProps {
  /** Counts from 1. */
  page: number
  size: PageSize
  /** `null` until it is known. */
  count: number | null
  onPage: (page: number) => void
  onSize: (size: PageSize) => void
}

/** Which rows are shown, the way to the others, and the zone of all times above. */
export function SubmissionsFooter({ page, size, count, onPage, onSize }: SubmissionsFooterProps) {
  const { t } = useTranslation('submissions')
  const format = useFormat()
  const pages = count === null ? null : pageCount(count, size)
  return (
    <div className={classes.footer}>
      <div className={classes.rows}>
        <span role="status">
          {count !== null &&
            count > 0 &&
            t('pages.rows', {
              first: format.number((page - 1) * size + 1),
              last: format.number(Math.min(count, page * size)),
              total: format.number(count),
            })}
        </span>
        <NativeSelect
          className={classes.size ?? ''}
          variant="unstyled"
          aria-label={t('pages.size')}
          value={size}
          onChange={({ currentTarget }) => {
            const chosen = PAGE_SIZES.find((known) => String(known) === currentTarget.value)
            if (chosen) onSize(chosen)
          }}
          data={PAGE_SIZES.map((value) => ({ value: String(value), label: t('pages.perPage', { count: value }) }))}
        />
      </div>
      <span className={classes.zone}>{t('pages.timeZone', { zone: format.timeZone() })}</span>
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
    </div>
  )
}

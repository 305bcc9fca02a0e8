import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ProjectsFooter.module.css'

const PageLinks = lazy(async () => ({ default: (await import('./PageLinks.tsx')).PageLinks }))

interface ProjectsFooterProps {
  /** Counts from 1. */
  page: number
  pageSize: number
  total: number
  onPage: (page: number) => void
}

/** The range of shown projects, and the pagination. */
export function ProjectsFooter({ page, pageSize, total, onPage }: ProjectsFooterProps) {
  const { t } = useTranslation('projects')
  const format = useFormat()
  const pages = Math.ceil(total / pageSize)
  const first = (page - 1) * pageSize + 1
  const last = Math.min(total, page * pageSize)
  return (
    <div className={classes.footer}>
      <span>{t('range', { first: format.number(first), last: format.number(last), total: format.number(total) })}</span>
      {pages > 1 && (
        <Suspense>
          <PageLinks page={page} pages={pages} onPage={onPage} />
        </Suspense>
      )}
    </div>
  )
}

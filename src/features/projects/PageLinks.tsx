import '@mantine/core/styles/Pagination.css'
import { Pagination } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './ProjectsFooter.module.css'

interface PageLinksProps {
  /** Counts from 1. */
  page: number
  pages: number
  onPage: (page: number) => void
}

/** The pagination. Loads if there is more than one page. */
export function PageLinks({ page, pages, onPage }: PageLinksProps) {
  const { t } = useTranslation('projects')
  return (
    <Pagination.Root
      total={pages}
      value={page}
      onChange={onPage}
      size="sm"
      className={classes.pages ?? ''}
      getItemProps={(item) => ({ 'aria-label': t('page.number', { page: item }) })}
    >
      <nav className={classes.items} aria-label={t('page.label')}>
        <Pagination.Previous aria-label={t('page.previous')} className="fb-flip" />
        <Pagination.Items />
        <Pagination.Next aria-label={t('page.next')} className="fb-flip" />
      </nav>
    </Pagination.Root>
  )
}

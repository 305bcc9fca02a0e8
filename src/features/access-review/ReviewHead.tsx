import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { IconButton } from '#/ui/IconButton.tsx'
import classes from './AccessReview.module.css'
import type { Review } from './model/review.ts'
import type { useReview } from './use-review.ts'

interface ReviewHeadProps {
  loading: ReturnType<typeof useReview>
  /** `null` while it is loaded. */
  review: Review | null
  /** Buttons. */
  children?: ReactNode
}

/** The title with the number of projects and people, when they were read, and what can be done with all of them. */
export function ReviewHead({ loading, review, children }: ReviewHeadProps) {
  const { t } = useTranslation('access')
  const format = useFormat()
  const { loadedAt, isRefreshing } = loading
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{t('title')}</h1>
      {review && (
        <>
          <span className={classes.counts}>
            {t('counts', {
              projects: t('count.projects', { count: review.projects.length }),
              people: t('count.people', { count: review.people.length }),
            })}
          </span>
          <span className={classes.loadedAt} role="status">
            {isRefreshing
              ? t('loading.refreshing')
              : loadedAt !== null && t('loading.at', { time: format.recentTime(new Date(loadedAt)) })}
          </span>
          <IconButton
            variant="subtle"
            color="gray"
            label={t('loading.refresh')}
            disabled={isRefreshing}
            onClick={loading.refresh}
          >
            <IconRefresh size={16} stroke={1.75} aria-hidden />
          </IconButton>
          <div className={classes.actions}>{children}</div>
        </>
      )}
    </div>
  )
}

import { Button, Progress, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './AccessReview.module.css'

interface LoadingReviewProps {
  loaded: number
  /** `null` while it is not known. */
  total: number | null
  onStop: () => void
}

/** How many projects were read, with a way to look at those already. */
export function LoadingReview({ loaded, total, onStop }: LoadingReviewProps) {
  const { t } = useTranslation('access')
  const format = useFormat()
  return (
    <div className={classes.loading}>
      <p role="status">
        {total === null
          ? t('loading.first')
          : t('loading.progress', { loaded: format.number(loaded), total: format.number(total) })}
      </p>
      <Progress aria-label={t('loading.label')} value={(100 * loaded) / Math.max(1, total ?? 1)} />
      {total !== null && (
        <Button variant="default" onClick={onStop}>
          {t('loading.stop')}
        </Button>
      )}
      <div className={classes.skeleton} aria-hidden>
        {Array.from({ length: 12 }, (_, index) => (
          <Skeleton key={index} height={32} />
        ))}
      </div>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './ColumnsFailedNotice.module.css'

/** Columns that came into sight could not be loaded; the others are there. */
export function ColumnsFailedNotice({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { t } = useDisplay()
  const common = useTranslation(['common', 'errors'])
  return (
    <p role="alert" className={classes.missing}>
      {t('columns.missing')} {common.t(`errors:${error.kind}.title`)}. <bdi>{error.message}</bdi>{' '}
      <Button variant="default" size="compact-sm" onClick={onRetry}>
        {common.t('common:action.retry')}
      </Button>
    </p>
  )
}

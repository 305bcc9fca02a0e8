import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { LazyColumns } from '#/dataset/rows/use-lazy-columns.ts'
import classes from './ColumnsFailedNotice.module.css'

/** Says that columns which scrolled into view could not be loaded; the others are there. */
export function ColumnsFailedNotice({ error, retry }: Pick<LazyColumns, 'error' | 'retry'>) {
  const { t } = useDisplay()
  const common = useTranslation(['common', 'errors'])
  if (!error) return null
  return (
    <p role="alert" className={classes.missing}>
      {t('columns.missing')} {common.t(`errors:${error.kind}.title`)}. <bdi>{error.message}</bdi>{' '}
      <Button variant="default" size="compact-sm" onClick={retry}>
        {common.t('common:action.retry')}
      </Button>
    </p>
  )
}

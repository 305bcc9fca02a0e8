import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import classes from './ColumnsPanel.module.css'

type OlderVersionsNoteProps = DatasetColumns['versions'] & {
  /** Rows come with the answers that are named: of a wide form not with those that nobody could name. */
  isWide: boolean
}

/** What is not among the columns, and where it is. */
export function OlderVersionsNote({ isLoading, isFailed, isTruncated, retry, isWide }: OlderVersionsNoteProps) {
  const { t } = useTranslation(['columns', 'common'])
  return (
    <div className={classes.older} role="status">
      {isLoading && <p>{t('older.loading')}</p>}
      {isFailed && (
        <p>
          {t('older.failed')}{' '}
          <Button variant="default" size="compact-sm" onClick={retry}>
            {t('common:action.retry')}
          </Button>
        </p>
      )}
      {isTruncated && <p>{t('older.cut')}</p>}
      {isWide && <p>{t('older.unknown')}</p>}
    </div>
  )
}

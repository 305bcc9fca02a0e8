import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useDeletedRows } from '#/dataset/rows/use-deleted-rows.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import classes from './NewRowsNotice.module.css'

/** Says that rows were deleted while they are shown, so that others have moved. Always there, to be announced. */
export function DeletedRowsNotice({ dataset }: { dataset: Pick<DatasetRows, 'source' | 'result' | 'load'> }) {
  const { t } = useDisplay()
  const client = useQueryClient()
  const { source, result, load } = dataset
  const { filter, snapshot, generation, isSettled, isFiltered } = result
  const { deleted, dismiss } = useDeletedRows(
    load.count !== null && !load.isPlaceholder && isSettled
      ? { resultKey: JSON.stringify([filter, snapshot, generation]), count: load.count, at: load.updatedAt }
      : null,
  )
  useEffect(() => {
    if (deleted > 0) source.refreshCounts(client)
  }, [client, source, deleted])
  return (
    <div className={classes.line} data-empty={deleted === 0 || undefined}>
      <span role="status">{deleted > 0 && t(isFiltered ? 'rows.fewer' : 'rows.deleted', { count: deleted })}</span>
      {deleted > 0 && (
        <Button variant="subtle" onClick={dismiss}>
          {t('rows.dismiss')}
        </Button>
      )}
    </div>
  )
}

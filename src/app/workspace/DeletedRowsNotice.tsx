import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshCounts } from '#/api/kpi/submissions/refresh-counts.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useDeletedRows } from '#/dataset/rows/use-deleted-rows.ts'
import type { LoadedRowsState } from '#/dataset/rows/use-rows.ts'
import classes from './NewRowsNotice.module.css'

type FewerSubmissionsProps = Pick<
  LoadedRowsState,
  'data' | 'dataUpdatedAt' | 'isPlaceholderData' | 'wanted' | 'upTo' | 'turn' | 'isFiltered'
>

/** Says that some have gone while one looked, so that rows are not where they were. There from the first, to be heard. */
export function DeletedRowsNotice({ assetUid, found }: { assetUid: string; found: FewerSubmissionsProps }) {
  const { t } = useDisplay()
  const client = useQueryClient()
  const { data, dataUpdatedAt: at, isPlaceholderData, wanted, upTo, turn, isFiltered } = found
  const isHere = data !== undefined && !isPlaceholderData && upTo !== null
  const { gone, forget } = useDeletedRows(
    isHere ? { name: JSON.stringify([wanted, upTo, turn]), count: data.count, at } : null,
  )
  useEffect(() => {
    if (gone > 0) refreshCounts(client, assetUid)
  }, [client, assetUid, gone])
  return (
    <div className={classes.line} data-empty={gone === 0 || undefined}>
      <span role="status">{gone > 0 && t(isFiltered ? 'rows.fewer' : 'rows.deleted', { count: gone })}</span>
      {gone > 0 && (
        <Button variant="subtle" onClick={forget}>
          {t('rows.understood')}
        </Button>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { throttledUntil } from '#/api/next-retry.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { TotalsState } from '#/dataset/summary/use-totals.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ClientSortStatus.module.css'
import { RowsProgress } from './RowsProgress.tsx'

/** How far the aggregation of all rows that match is, and of which rows the totals are then. */
export function TotalsStatus({ totals }: { totals: TotalsState }) {
  const { stage } = totals.collection
  const isEmpty = stage !== 'loading' && stage !== 'stopped' && totals.columnCount === 0
  return (
    <div className={classes.hint} data-empty={isEmpty || undefined}>
      <TotalsStage {...totals} />
    </div>
  )
}

function TotalsStage({ collection, columnCount, count, resume, clear }: TotalsState) {
  const { t, format } = useDisplay()
  const clearButton = (label: string) => (
    <Button variant="subtle" onClick={clear}>
      {label}
    </Button>
  )
  if (collection.stage === 'idle' || collection.stage === 'done') {
    return (
      <>
        <span role="status">
          {columnCount > 0 && t('total.done', { count: columnCount, of: format.number(count ?? 0) })}
        </span>
        {columnCount > 0 && clearButton(t('total.clear'))}
      </>
    )
  }
  const total = collection.total ?? count ?? 0
  const progress = { done: format.number(collection.done), of: format.number(total) }
  if (collection.stage === 'stopped') {
    return (
      <ErrorPanel
        kind={collection.error.kind}
        title={t('total.stopped')}
        explanation={t('total.loadedSoFar', progress)}
        message={collection.error.message}
        retryAt={throttledUntil(collection.error)}
        onRetry={resume}
        actions={clearButton(t('total.cancel'))}
      />
    )
  }
  return (
    <>
      <RowsProgress
        text={t('total.loading', progress)}
        label={t('total.progress')}
        done={collection.done}
        total={total}
      />
      {clearButton(t('total.cancel'))}
    </>
  )
}

import { Button } from '@mantine/core'
import { comeBackAt } from '#/api/next-try.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { TotalsState } from '#/dataset/summary/use-totals.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ClientSortStatus.module.css'
import { RowsProgress } from './RowsProgress.tsx'

/** How far the summing up of all that match is, and of what the figures are then. */
export function TotalsStatus({ figures }: { figures: TotalsState }) {
  const isNone = figures.load.stage === 'none' && figures.summed === 0
  return (
    <div className={classes.hint} data-empty={isNone || undefined}>
      <Told {...figures} />
    </div>
  )
}

function Told({ load, summed, count, again, clear }: TotalsState) {
  const { t, format } = useDisplay()
  const end = (words: string) => (
    <Button variant="subtle" onClick={clear}>
      {words}
    </Button>
  )
  if (load.stage === 'none') {
    return (
      <>
        <span role="status">{summed > 0 && t('total.done', { count: summed, of: format.number(count ?? 0) })}</span>
        {summed > 0 && end(t('total.back'))}
      </>
    )
  }
  const far = { done: format.number(load.done), of: format.number(load.of) }
  if (load.stage === 'stopped') {
    return (
      <ErrorPanel
        kind={load.error.kind}
        title={t('total.stopped')}
        explanation={t('total.kept', far)}
        words={load.error.message}
        retryAt={comeBackAt(load.error)}
        onRetry={again}
        actions={end(t('total.cancel'))}
      />
    )
  }
  return (
    <>
      <RowsProgress text={t('total.loading', far)} label={t('total.progress')} done={load.done} of={load.of} />
      {end(t('total.cancel'))}
    </>
  )
}

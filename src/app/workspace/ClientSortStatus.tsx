import { Button, VisuallyHidden } from '@mantine/core'
import { throttledUntil } from '#/api/next-retry.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { MOST_SORTED } from '#/dataset/rows/use-client-sort.ts'
import type { DatasetRows } from '#/dataset/rows/use-rows.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ClientSortStatus.module.css'
import { RowsProgress } from './RowsProgress.tsx'

/** Rows whose values come in so few requests that their progress is not shown. */
const SOON_LOADED = 2000

interface ClientSortStatusProps {
  dataset: Pick<DatasetRows, 'sort' | 'result' | 'load'>
}

/** Says how far the sorting of all rows is, where that takes a while, and where they are not sorted as they should be. */
export function ClientSortStatus({ dataset: { sort, result, load } }: ClientSortStatusProps) {
  const { t, format } = useDisplay()
  const { client, missing } = sort
  const { state } = client
  if (missing === null) return null
  const cancelButton = (
    <Button variant="subtle" onClick={client.cancel}>
      {t('sort.cancel')}
    </Button>
  )
  switch (state.stage) {
    case 'idle': {
      const { count } = result
      if (count === null || client.awaits(count, 0)) return null
      return (
        <div className={classes.hint}>
          <span role="status">
            {t(`sort.serverOrder.${missing}`)} {count > MOST_SORTED && t('sort.tooMany', { count: MOST_SORTED })}
          </span>
          {count <= MOST_SORTED && (
            <Button variant="subtle" onClick={() => client.start(count, result.snapshot)}>
              {t(`sort.exact.${missing}`, { count })}
            </Button>
          )}
        </div>
      )
    }
    case 'loading': {
      const { done, total } = state
      // What is done in a moment is not worth a line that comes and goes.
      if (total === null || total <= SOON_LOADED) return null
      return (
        <div className={classes.hint}>
          <RowsProgress
            text={t('sort.loading', { done: format.number(done), of: format.number(total) })}
            label={t('sort.progress')}
            done={done}
            total={total}
          />
          {cancelButton}
        </div>
      )
    }
    case 'stopped':
      // Without rows the page has an error of its own.
      if (!load.hasRows) return null
      return (
        <div className={classes.hint}>
          <ErrorPanel
            kind={state.error.kind}
            title={t('sort.stopped')}
            explanation={t('sort.loadedSoFar', {
              done: format.number(state.done),
              of: format.number(state.total ?? result.count ?? 0),
            })}
            message={state.error.message}
            retryAt={throttledUntil(state.error)}
            onRetry={client.resume}
            actions={cancelButton}
          />
        </div>
      )
    case 'done':
      return <VisuallyHidden role="status">{t('sort.done', { count: state.result.keys.length })}</VisuallyHidden>
  }
}

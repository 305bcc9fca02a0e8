import { Button } from '@mantine/core'
import { comeBackAt } from '#/api/next-try.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { MOST_SORTED } from '#/dataset/rows/use-client-sort.ts'
import type { LoadedRowsState } from '#/dataset/rows/use-rows.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ClientSortStatus.module.css'
import { RowsProgress } from './RowsProgress.tsx'

interface ClientSortStatusProps {
  found: Pick<LoadedRowsState, 'trueOrder' | 'sortedAs' | 'count' | 'upTo'>
}

/** Where the server sorts as text what is none: says so, and offers the true order. */
export function ClientSortStatus({ found }: ClientSortStatusProps) {
  const { sortedAs, count } = found
  if (sortedAs === 'text' || count === null) return null
  return (
    <div className={classes.hint}>
      <TrueOrder {...found} sortedAs={sortedAs} count={count} />
    </div>
  )
}

interface TrueOrderProps extends Pick<LoadedRowsState, 'trueOrder' | 'upTo'> {
  sortedAs: Exclude<LoadedRowsState['sortedAs'], 'text'>
  count: number
}

function TrueOrder({ trueOrder: { state, begin, cancel }, sortedAs: as, count, upTo }: TrueOrderProps) {
  const { t, format } = useDisplay()
  const start = () => void begin(count, upTo)
  const giveUp = (
    <Button variant="subtle" onClick={cancel}>
      {t('sort.cancel')}
    </Button>
  )
  switch (state.stage) {
    case 'none':
      return (
        <>
          <span role="status">
            {t(`sort.asText.${as}`)} {count > MOST_SORTED && t('sort.tooMany', { count: MOST_SORTED })}
          </span>
          {count <= MOST_SORTED && (
            <Button variant="subtle" onClick={start}>
              {t(`sort.truly.${as}`, { count })}
            </Button>
          )}
        </>
      )
    case 'loading': {
      const far = { done: format.number(state.done), of: format.number(state.of) }
      return (
        <>
          <RowsProgress text={t('sort.loading', far)} label={t('sort.progress')} done={state.done} of={state.of} />
          {giveUp}
        </>
      )
    }
    case 'stopped':
      return (
        <ErrorPanel
          kind={state.error.kind}
          title={t('sort.stopped')}
          explanation={t('sort.kept', { done: format.number(state.done), of: format.number(state.of) })}
          words={state.error.message}
          retryAt={comeBackAt(state.error)}
          onRetry={start}
          actions={giveUp}
        />
      )
    case 'sorted':
      return <span role="status">{t(`sort.sorted.${as}`, { count: state.ids.length })}</span>
  }
}

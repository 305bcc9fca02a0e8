import { Button, Progress } from '@mantine/core'
import { comeBackAt } from '#/api/read-again.ts'
import { ErrorPanel } from '#/ui/ErrorPanel.tsx'
import { useReading } from './reading.ts'
import classes from './TrueOrderHint.module.css'
import type { FoundRows } from './use-submission-rows.ts'
import { MOST_SORTED } from './use-true-order.ts'

/** Where the server sorts as text what is none: says so, and offers the true order. */
export function TrueOrderHint({ found }: { found: Pick<FoundRows, 'trueOrder' | 'sortedAs' | 'count' | 'upTo'> }) {
  const { t, format } = useReading()
  const { trueOrder, sortedAs: as, count, upTo } = found
  if (as === 'text' || count === null) return null
  const { state, begin, cancel } = trueOrder
  const start = () => void begin(count, upTo)
  switch (state.stage) {
    case 'none':
      return (
        <div className={classes.hint}>
          <span role="status">
            {t(`sort.asText.${as}`)} {count > MOST_SORTED && t('sort.tooMany', { count: MOST_SORTED })}
          </span>
          {count <= MOST_SORTED && (
            <Button variant="subtle" onClick={start}>
              {t(`sort.truly.${as}`, { count })}
            </Button>
          )}
        </div>
      )
    case 'loading': {
      const text = t('sort.loading', { done: format.number(state.done), of: format.number(state.of) })
      return (
        <div className={classes.hint}>
          <span>{text}</span>
          <Progress
            className={classes.bar ?? ''}
            value={(100 * state.done) / Math.max(1, state.of)}
            aria-label={t('sort.progress')}
            aria-valuetext={text}
          />
          <Button variant="subtle" onClick={cancel}>
            {t('sort.cancel')}
          </Button>
        </div>
      )
    }
    case 'stopped':
      return (
        <div className={classes.hint}>
          <ErrorPanel
            kind={state.error.kind}
            title={t('sort.stopped')}
            explanation={t('sort.kept', { done: format.number(state.done), of: format.number(state.of) })}
            words={state.error.message}
            retryAt={comeBackAt(state.error)}
            onRetry={start}
            actions={
              <Button variant="subtle" onClick={cancel}>
                {t('sort.cancel')}
              </Button>
            }
          />
        </div>
      )
    case 'sorted':
      return (
        <div className={classes.hint}>
          <span role="status">{t(`sort.sorted.${as}`, { count: state.ids.length })}</span>
        </div>
      )
  }
}

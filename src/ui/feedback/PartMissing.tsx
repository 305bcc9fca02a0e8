import { Button, FocusTrap, Portal } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import classes from './PartMissing.module.css'

interface PartMissingProps {
  error: unknown
  onRetry: () => void
  /** If given, the user opened the part: the error is shown in an overlay that can be closed. */
  onClose: (() => void) | undefined
}

/** Shows that a part of the page could not be loaded. Retries when the browser is online again. */
export function PartMissing({ error, onRetry, onClose }: PartMissingProps) {
  const { t } = useTranslation(['errors', 'common'])
  const isOnline = useIsOnline()
  useWindowEvent('online', onRetry)
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape') onClose?.()
  })
  const panel = (
    <ErrorPanel
      kind={isOnline ? 'outdated' : 'no-network'}
      title={t('errors:outdated.title')}
      details={isOnline ? String(error) : undefined}
      onRetry={onRetry}
      actions={
        onClose && (
          <Button variant="subtle" onClick={onClose}>
            {t('common:action.close')}
          </Button>
        )
      }
    />
  )
  if (!onClose) return panel
  return (
    <Portal>
      <FocusTrap>
        <div className={classes.over}>{panel}</div>
      </FocusTrap>
    </Portal>
  )
}

import { Button, FocusTrap, Portal } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '#/ui/use-is-online.ts'
import { ErrorPanel } from './ErrorPanel.tsx'
import classes from './PartMissing.module.css'

interface PartMissingProps {
  error: unknown
  onRetry: () => void
  /** Given where the person asked for the part: it may stand anywhere, so this is said over the page. */
  onClose: (() => void) | undefined
}

/** Says that a part of a page could not be loaded, in its place. Tries again by itself when the network is back. */
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

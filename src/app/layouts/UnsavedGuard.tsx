import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { connections } from '#/api/connection.ts'
import { unsaved } from '#/lib/unsaved.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'

/** Asks before changes that are not saved are left, by a link, by the way back, or with the tab. */
export function UnsavedGuard() {
  const { t } = useTranslation('errors')
  // Whoever has signed out has nowhere left to save to.
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.any() && currentLocation.pathname !== nextLocation.pathname && connections.current() !== null,
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => unsaved.any() && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])

  return (
    <ConfirmDialog
      opened={blocker.state === 'blocked'}
      title={t('unsaved.title')}
      hue="brick"
      cancelLabel={t('unsaved.stay')}
      confirmLabel={t('unsaved.leave')}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      <p>{t('unsaved.text')}</p>
    </ConfirmDialog>
  )
}

import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQueries } from '#/api/kpi/session/queries.ts'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import { loginPageAddress } from '#/api/kpi/session/server-address.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ConnectForm.module.css'
import { SignInAgainReason } from './SignInAgainReason.tsx'
import { SignInFault } from './SignInFault.tsx'
import { WindowBlocked } from './WindowBlocked.tsx'
import type { SignInAgainProps } from './sign-in-again-props.ts'

interface SignInAgainBySessionProps extends SignInAgainProps {
  /** Switches to password or API key. */
  onOtherMethod: () => void
}

/** Milliseconds between checks of the session. */
const POLL_INTERVAL = 3000

/** Signs in again on the server's own pages in another window, on the same origin. */
export function SignInAgainBySession({ opened, connection, ...on }: SignInAgainBySessionProps) {
  const { t } = useTranslation('connection')
  const { server, username } = connection
  const { data: own, error } = useQuery({
    ...sessionQueries.ownPages(server),
    refetchInterval: opened && POLL_INTERVAL,
  })
  const isBack = own?.username === username
  const [isBlocked, setIsBlocked] = useState(false)
  const goOn = useEffectEvent(() => on.onSignedIn({ scheme: 'session' }))
  useEffect(() => {
    if (opened && isBack) goOn()
  }, [opened, isBack])

  return (
    <ConfirmDialog
      opened={opened}
      title={t('again.title')}
      cancelLabel={t('again.later')}
      confirmLabel={t('away.signIn', { server: displayAddress(server) })}
      confirmIcon={<IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />}
      onClose={on.onClose}
      onConfirm={() => {
        const page = loginPageAddress(server, { pathname: location.pathname, hash: '#/signed-in' })
        setIsBlocked(window.open(page) === null)
      }}
    >
      <SignInAgainReason connection={connection} />
      <p>{t('away.beside')}</p>
      {error && <SignInFault failure={error.failure} detail={error.detail} />}
      {isBlocked && <WindowBlocked />}
      {own && !isBack && (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('away.other.title', { other: own.username })}>
          <p>{t('session.other', { username, other: own.username })}</p>
        </Note>
      )}
      <Anchor component="button" type="button" className={classes.switch ?? ''} onClick={on.onOtherMethod}>
        {t('usePassword')}
      </Anchor>
    </ConfirmDialog>
  )
}

import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import type { SignInError } from '#/api/kpi/session/sign-in.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ConnectForm.module.css'
import { SignInAgainReason } from './SignInAgainReason.tsx'
import { SignInFault } from './SignInFault.tsx'
import { WindowBlocked } from './WindowBlocked.tsx'
import type { SignInAgainProps } from './sign-in-again-props.ts'

interface SignInAgainInWindowProps extends SignInAgainProps {
  clientId: string
  /** Switches to password or API key. */
  onOtherMethod: () => void
}

/** Signs in again on the server's page in another window, so that this page is kept. */
export function SignInAgainInWindow({ opened, connection, clientId, ...on }: SignInAgainInWindowProps) {
  const { t } = useTranslation('connection')
  const { server, username } = connection
  const waiting = useRef(new AbortController())
  useEffect(() => () => waiting.current.abort(), [])

  const signIn = useMutation<Connection | null, SignInError>({
    mutationFn: async () => {
      waiting.current.abort() // the previous window, which the user may have closed
      waiting.current = new AbortController()
      const { signal } = waiting.current
      const signInWindow = window.open('about:blank') // before any await: needs the click
      if (!signInWindow) return null
      signInWindow.opener = null
      const { signInInWindow } = await import('#/api/kpi/session/sign-in-window.ts')
      return signInInWindow(server, clientId, (url) => signInWindow.location.replace(url), signal)
    },
    onSuccess: (found) => {
      if (found?.username === username) on.onSignedIn(found.auth)
      else if (found) void import('#/api/kpi/session/oauth.ts').then(({ revokeTokens }) => revokeTokens(found))
    },
    meta: { showsError: true },
  })
  const other = signIn.data && signIn.data.username !== username ? signIn.data.username : null

  return (
    <ConfirmDialog
      opened={opened}
      title={t('again.title')}
      cancelLabel={t('again.later')}
      confirmLabel={signIn.isPending ? t('away.openAgain') : t('away.signIn', { server: displayAddress(server) })}
      confirmIcon={<IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />}
      onClose={on.onClose}
      onConfirm={() => signIn.mutate()}
    >
      <SignInAgainReason connection={connection} />
      {signIn.isIdle && <p>{t('away.beside')}</p>}
      {signIn.isPending && <p role="status">{t('away.waiting')}</p>}
      {signIn.error && <SignInFault failure={signIn.error.failure} detail={signIn.error.detail} />}
      {signIn.data === null && <WindowBlocked />}
      {other !== null && (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('away.other.title', { other })}>
          <p>{t('away.other.next', { username, other })}</p>
        </Note>
      )}
      <Anchor component="button" type="button" className={classes.switch ?? ''} onClick={on.onOtherMethod}>
        {t('usePassword')}
      </Anchor>
    </ConfirmDialog>
  )
}

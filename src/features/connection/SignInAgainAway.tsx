import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { shownAddress } from '#/api/kpi/session/server-address.ts'
import type { SignInError } from '#/api/kpi/session/sign-in.ts'
import { ConfirmDialog } from '#/ui/ConfirmDialog.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ConnectForm.module.css'
import { SignInFault } from './SignInFault.tsx'
import { WhoAgain } from './WhoAgain.tsx'
import { WindowBlocked } from './WindowBlocked.tsx'
import type { SignInAgainProps } from './sign-in-again-props.ts'

interface SignInAgainAwayProps extends SignInAgainProps {
  clientId: string
  /** With a password or a key instead. */
  onHere: () => void
}

/** On the server's own page, in a window beside this one: what is on this page stays. */
export function SignInAgainAway({ opened, connection, clientId, ...on }: SignInAgainAwayProps) {
  const { t } = useTranslation('connection')
  const { server, username } = connection
  const waiting = useRef(new AbortController())
  useEffect(() => () => waiting.current.abort(), [])

  const signIn = useMutation<Connection | null, SignInError>({
    mutationFn: async () => {
      waiting.current.abort() // the window before, which the person may have closed
      waiting.current = new AbortController()
      const { signal } = waiting.current
      const beside = window.open('about:blank') // at once: browsers open windows in answer to a click only
      if (!beside) return null
      beside.opener = null
      const { signInBeside } = await import('#/api/kpi/session/sign-in-window.ts')
      return signInBeside(server, clientId, (url) => beside.location.replace(url), signal)
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
      confirmLabel={signIn.isPending ? t('away.openAgain') : t('away.signIn', { server: shownAddress(server) })}
      confirmIcon={<IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />}
      onClose={on.onClose}
      onConfirm={() => signIn.mutate()}
    >
      <WhoAgain connection={connection} />
      {signIn.isIdle && <p>{t('away.beside')}</p>}
      {signIn.isPending && <p role="status">{t('away.waiting')}</p>}
      {signIn.error && <SignInFault failure={signIn.error.failure} detail={signIn.error.detail} />}
      {signIn.data === null && <WindowBlocked />}
      {other !== null && (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('away.other.title', { other })}>
          <p>{t('away.other.next', { username, other })}</p>
        </Note>
      )}
      <Anchor component="button" type="button" className={classes.switch ?? ''} onClick={on.onHere}>
        {t('usePassword')}
      </Anchor>
    </ConfirmDialog>
  )
}

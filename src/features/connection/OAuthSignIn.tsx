import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SignInError, SignInFailure } from '#/api/kpi/session/sign-in.ts'
import classes from './SignInAway.module.css'
import { SignInFault } from './SignInFault.tsx'

interface OAuthSignInProps {
  server: string
  /** As people know it. */
  name: string
  /** Of this app, among the server's OAuth2 applications. */
  clientId: string
  /** Where to go on afterwards: a path of the app. */
  next: string
  keep: boolean
  /** What came of it the last time. */
  failure?: SignInFailure | undefined
}

/** Signs in on the server's own page, in this tab. */
export function OAuthSignIn({ server, name, clientId, next, keep, failure }: OAuthSignInProps) {
  const { t } = useTranslation('connection')
  const leave = useMutation<void, SignInError>({
    mutationFn: async () => {
      const { leaveToSignIn } = await import('#/api/kpi/session/sign-in-away.ts')
      await leaveToSignIn(server, clientId, { next, keep })
    },
    meta: { showsError: true },
  })
  const shown = leave.isIdle ? failure : leave.error?.failure
  return (
    <div className={classes.away}>
      {shown && <SignInFault failure={shown} detail={leave.error?.detail} />}
      <Button
        fullWidth
        loading={leave.isPending}
        rightSection={<IconExternalLink size={16} stroke={1.75} className="fb-flip" aria-hidden />}
        onClick={() => leave.mutate()}
      >
        {t('away.signIn', { server: name })}
      </Button>
      <p className={classes.explanation}>{t('away.explanation')}</p>
      <p className={classes.or}>{t('away.or')}</p>
    </div>
  )
}

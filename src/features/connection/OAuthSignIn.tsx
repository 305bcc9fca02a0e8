import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SignInError, SignInFailure } from '#/api/kpi/session/sign-in.ts'
import classes from './SignInAway.module.css'
import { SignInFault } from './SignInFault.tsx'

interface OAuthSignInProps {
  server: string
  /** The display name of the server. */
  name: string
  /** The app's OAuth2 client id on the server. */
  clientId: string
  /** The path of the app to open afterwards. */
  next: string
  keep: boolean
  /** Why the last sign-in failed. */
  failure?: SignInFailure | undefined
}

/** Signs in with OAuth2 on the server's page, in this tab. */
export function OAuthSignIn({ server, name, clientId, next, keep, failure }: OAuthSignInProps) {
  const { t } = useTranslation('connection')
  const leave = useMutation<void, SignInError>({
    mutationFn: async () => {
      const { redirectToSignIn } = await import('#/api/kpi/session/sign-in-redirect.ts')
      await redirectToSignIn(server, clientId, { next, keep })
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

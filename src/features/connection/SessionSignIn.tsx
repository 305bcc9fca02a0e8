import { Anchor, Button, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { sessionQueries } from '#/api/kpi/session/queries.ts'
import { loginPageAddress } from '#/api/kpi/session/server-address.ts'
import classes from './SignInAway.module.css'
import { SignInFault } from './SignInFault.tsx'

interface SessionSignInProps {
  server: string
  onConnected: (connection: Connection) => void
}

/** Connects with the session of the server's own pages, on the same origin. */
export function SessionSignIn({ server, onConnected }: SessionSignInProps) {
  const { t } = useTranslation('connection')
  const { data: own, error, isPending } = useQuery(sessionQueries.ownPages(server))
  return (
    <div className={classes.away}>
      {isPending && (
        <p className={classes.explanation} role="status">
          <Loader size="xs" aria-hidden /> {t('session.looking')}
        </p>
      )}
      {error && <SignInFault failure={error.failure} detail={error.detail} />}
      {own && (
        <>
          <Button fullWidth onClick={() => onConnected(own)}>
            {t('session.continue', { username: own.username })}
          </Button>
          <p className={classes.explanation}>
            {t('session.explanation')}{' '}
            <Anchor inherit href={`${server}/accounts/logout/`}>
              {t('session.signOut')}
            </Anchor>
          </p>
        </>
      )}
      {own === null && (
        <>
          <Button component="a" href={loginPageAddress(server)} fullWidth>
            {t('session.signIn')}
          </Button>
          <p className={classes.explanation}>{t('session.there')}</p>
        </>
      )}
      <p className={classes.or}>{t('away.or')}</p>
    </div>
  )
}

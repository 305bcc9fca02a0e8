import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import classes from './ConnectForm.module.css'

/** Why the user has to sign in again, with server and username. */
export function SignInAgainReason({ connection: { kind, server, username } }: { connection: Connection }) {
  const { t } = useTranslation('connection')
  return (
    <>
      <p>
        {t('again.text')} <b>{t('again.kept')}</b>
      </p>
      <p className={classes.where}>
        <bdi>{kind === 'demo' ? t('again.demo') : displayAddress(server)}</bdi>
        {' · '}
        <bdi>{username}</bdi>
      </p>
    </>
  )
}

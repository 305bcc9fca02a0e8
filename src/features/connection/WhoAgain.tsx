import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { shownAddress } from '#/api/kpi/session/server-address.ts'
import classes from './ConnectForm.module.css'

/** Why to sign in again, where and as whom. */
export function WhoAgain({ connection: { kind, server, username } }: { connection: Connection }) {
  const { t } = useTranslation('connection')
  return (
    <>
      <p>
        {t('again.text')} <b>{t('again.kept')}</b>
      </p>
      <p className={classes.where}>
        <bdi>{kind === 'demo' ? t('again.demo') : shownAddress(server)}</bdi>
        {' · '}
        <bdi>{username}</bdi>
      </p>
    </>
  )
}

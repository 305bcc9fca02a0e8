import { Anchor, Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerMessage.tsx'
import classes from './ApiKeyHelp.module.css'

interface ApiKeyHelpProps {
  server: string | null
  /** The server's message, if it refused the password. */
  message?: string
  onUseKey?: () => void
}

/** Where to find the API key in KoboToolbox, which accounts with two-factor authentication need. */
export function ApiKeyHelp({ server, message = '', onUseKey }: ApiKeyHelpProps) {
  const { t } = useTranslation('connection')
  const steps = (
    <ol className={classes.steps}>
      <li>
        <OpenSecurity server={server} />
      </li>
      <li>
        <Trans t={t} i18nKey="where.copy" components={{ b: <b /> }} />
      </li>
      <li>{t('where.paste')}</li>
    </ol>
  )
  if (!onUseKey)
    return (
      <div className={classes.where}>
        <p className={classes.title}>{t('where.title')}</p>
        {steps}
      </div>
    )
  return (
    <Note
      hue="petrol"
      icon={IconKey}
      role="status"
      title={t('twoFactor.title')}
      actions={
        <Button variant="default" onClick={onUseKey}>
          {t('twoFactor.useKey')}
        </Button>
      }
    >
      <p>{t('twoFactor.text')}</p>
      {steps}
      <ServerMessage>{message}</ServerMessage>
    </Note>
  )
}

/** A link to the account page of the server, unless its address is a path of this site. */
function OpenSecurity({ server }: { server: string | null }) {
  const { t } = useTranslation('connection')
  const page =
    server !== null && new URL(server).origin !== location.origin ? (
      <Anchor href={`${server}/#/account/security`} target="_blank" rel="noreferrer" />
    ) : (
      <b />
    )
  return <Trans t={t} i18nKey="where.open" components={{ page }} />
}

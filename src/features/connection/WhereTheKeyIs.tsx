import { Anchor, Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'
import { ServerMessage } from '#/ui/feedback/ServerWords.tsx'
import classes from './WhereTheKeyIs.module.css'

interface WhereTheKeyIsProps {
  server: string | null
  /** Where the server refused a password: what it said, and the way to the field for the key. */
  words?: string
  onUseKey?: () => void
}

/** The way to the API key in KoboToolbox: the only way in for accounts with two-factor sign-in. */
export function WhereTheKeyIs({ server, words = '', onUseKey }: WhereTheKeyIsProps) {
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
      <ServerMessage>{words}</ServerMessage>
    </Note>
  )
}

/** With a link to the server's own page, where it is not known only by a path of this site. */
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

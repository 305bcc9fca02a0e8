import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './CollectData.module.css'
import { QrCode } from './QrCode.tsx'
import { collectSettings } from './collect-settings.ts'

interface CollectSettingsCodeProps {
  server: string
  /** The people who can submit, as far as the current user may know them. */
  usernames: readonly string[]
}

/** A QR code that sets the server in KoboCollect, for everyone or with the username of one person. */
export function CollectSettingsCode({ server, usernames }: CollectSettingsCodeProps) {
  const { t } = useTranslation('deployment')
  const [username, setUsername] = useState('')
  return (
    <div className={classes.settings}>
      {usernames.length > 0 && (
        <NativeSelect
          label={t('app.codeFor')}
          data={[{ value: '', label: t('app.everyone') }, ...usernames.map((name) => ({ value: name, label: name }))]}
          value={username}
          onChange={({ currentTarget }) => setUsername(currentTarget.value)}
        />
      )}
      <p className={classes.small}>{t('app.codeText')}</p>
      <QrCode
        content={collectSettings({ server, username: username || undefined })}
        label={t('app.code')}
        fileName={t('app.codeFile', { name: username || new URL(server).host })}
      />
    </div>
  )
}

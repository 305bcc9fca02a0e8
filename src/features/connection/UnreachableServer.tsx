import { Anchor } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { appConfig } from '#/api/app-config/app-config.ts'
import { displayAddress } from '#/api/kpi/session/display-address.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { OwnAccountAdvice } from './OwnAccountAdvice.tsx'

interface UnreachableServerProps {
  server: string
  /** Shows the fields to sign in. */
  onTryAnyway: () => void
}

/** Stands in place of the fields where it is known that this copy of the app cannot reach the chosen server. */
export function UnreachableServer({ server, onTryAnyway }: UnreachableServerProps) {
  const { t } = useTranslation('connection')
  const isTrial = appConfig().trial
  return (
    <>
      <Note hue="petrol" icon={IconInfoCircle} title={t(isTrial ? 'reach.trial' : 'failure.not-allowed.title')}>
        <p>{isTrial ? t('reach.trialText') : t('reach.ownSiteText', { server: displayAddress(server) })}</p>
      </Note>
      <OwnAccountAdvice server={server} />
      <Anchor component="button" type="button" onClick={onTryAnyway}>
        {t('reach.anyway')}
      </Anchor>
    </>
  )
}

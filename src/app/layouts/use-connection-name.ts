import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { displayAddress } from '#/api/kpi/session/display-address.ts'

/** The display name of a connection's server. */
export function useConnectionName() {
  const { t } = useTranslation()
  return ({ kind, server }: Connection) => (kind === 'demo' ? t('connection.demoServer') : displayAddress(server))
}

import { useTranslation } from 'react-i18next'
import type { Connection } from '#/api/connection.ts'
import { shownAddress } from '#/api/kpi/session/server-address.ts'

/** A connection's server as people know it. */
export function useConnectionName() {
  const { t } = useTranslation()
  return ({ kind, server }: Connection) => (kind === 'demo' ? t('connection.demoServer') : shownAddress(server))
}

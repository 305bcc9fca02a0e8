import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import { fromConfiguredUrl, PUBLIC_SERVERS } from '#/api/kpi/session/server-address.ts'
import { paths } from '#/app/paths.ts'
import { localPath } from '#/app/route-params.ts'
import { ConnectForm } from '#/features/connection/ConnectForm.tsx'
import { GrantedHosts } from '#/features/connection/GrantedHosts.tsx'
import { Welcome } from '#/features/connection/Welcome.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { KnownConnections } from './KnownConnections.tsx'
import classes from './connect.module.css'

export function Component() {
  const { t } = useTranslation('connection')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const next = localPath(search, 'next')
  const config = appConfig()
  const configured = config.servers.map((one) => ({ ...one, url: fromConfiguredUrl(one.url, document.baseURI) }))
  const failure = PROBLEMS.find((one) => one === search.get('problem'))

  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <KnownConnections path={next} />
      <div className={classes.page}>
        <div className={classes.welcome}>
          <Welcome onTryDemo={config.demo ? () => void navigate(paths.demo()) : undefined} />
          <GrantedHosts />
        </div>
        <ConnectForm
          servers={[...configured, ...PUBLIC_SERVERS]}
          next={next ?? paths.projects()}
          problem={failure && { failure, server: search.get('server') ?? undefined }}
          onConnected={(connection, { keep }) => {
            connections.use(connection, { keep })
            void navigate(next ?? paths.projects(), { replace: true })
          }}
        />
      </div>
    </>
  )
}

/** Values of `?problem=`: why the sign-in at the server's own page failed. */
const PROBLEMS = [
  'not-consented',
  'not-completed',
  'not-allowed',
  'not-kpi',
  'no-server',
  'offline',
  'server-fault',
  'timed-out',
] as const

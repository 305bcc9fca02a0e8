import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import { fromConfiguredUrl, PUBLIC_SERVERS } from '#/api/kpi/session/server-address.ts'
import { paths } from '#/app/paths.ts'
import { ConnectForm } from '#/features/connection/ConnectForm.tsx'
import { GivenAccess } from '#/features/connection/GivenAccess.tsx'
import { Welcome } from '#/features/connection/Welcome.tsx'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { KnownConnections } from './KnownConnections.tsx'
import classes from './connect.module.css'

export function Component() {
  const { t } = useTranslation('connection')
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const next = ownPath(search.get('next'))
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
          <GivenAccess />
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

/** What may come of signing in at the server's own page, as the address tells it. */
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

/** Where the person wanted to go: a path of this app, never another site. */
const ownPath = (next: string | null) => (next !== null && /^\/(?![/\\])/.test(next) ? next : undefined)

import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Link, useLocation, useNavigate } from 'react-router'
import { connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { ErrorPanel, type ErrorPanelKind } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ErrorPage.module.css'
import { NoPage } from './NoPage.tsx'
import { lastAddress } from './last-addresses.ts'
import { paths } from './paths.ts'
import { canReload, reloadOnce } from './reload-once.ts'

/** Explains by the kind of error why a page could not be shown. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation('errors')
  const navigate = useNavigate()
  const location = useLocation()
  const isReloading = kindOf(error) === 'outdated' && canReload()
  useEffect(() => {
    if (isReloading) reloadOnce()
  }, [isReloading])

  // Not `revalidate()`: if it ends before React has rendered its start, the router keeps the error.
  const retry = () => void navigate(location, { replace: true, state: location.state as unknown })
  const onOnline = useEffectEvent(retry)
  useEffect(() => {
    const listener = () => onOnline()
    addEventListener('online', listener)
    return () => removeEventListener('online', listener)
  }, [])

  if (isReloading) return null
  if (isRouteErrorResponse(error) && error.status === 404) return <NoPage />

  return (
    <>
      <PageTitle>{t(`${kindOf(error)}.title`)}</PageTitle>
      <InlineError error={error} onRetry={retry} />
    </>
  )
}

interface InlineErrorProps {
  error: unknown
  onRetry: () => void
}

/** The same inside a page whose data could not be loaded. */
export function InlineError({ error, onRetry }: InlineErrorProps) {
  const { t } = useTranslation(['errors', 'common'])
  const { pathname, search } = useLocation()
  const kind = kindOf(error)
  const isAppFault = kind === 'unexpected' || kind === 'outdated'
  const hasNoConnection = kind === 'signed-out' && !connections.current()
  return (
    <div className={classes.page}>
      <ErrorPanel
        kind={kind}
        message={error instanceof ApiError ? error.message : ''}
        details={isAppFault ? detailsOf(error) : undefined}
        onRetry={isAppFault || hasNoConnection ? undefined : onRetry} // a signed-out connection shows the sign-in prompt
        retryAt={error instanceof ApiError ? throttledUntil(error) : null}
        actions={
          <>
            {hasNoConnection && (
              <Button component={Link} to={paths.connect(pathname + search)}>
                {t('errors:signIn')}
              </Button>
            )}
            {pathname !== paths.projects() && (
              <Button component={Link} to={lastAddress(paths.projects())} variant="default">
                {t('common:action.backToProjects')}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}

/** Messages of a chunk that cannot be loaded: Chromium, Firefox, Safari, Vite's preload of styles. */
const MISSING_CHUNK = /dynamically imported module|module script|Importing a module|preload CSS/i

function kindOf(error: unknown): ErrorPanelKind {
  if (error instanceof ApiError) return error.kind
  return error instanceof Error && MISSING_CHUNK.test(error.message) ? 'outdated' : 'unexpected'
}

const detailsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

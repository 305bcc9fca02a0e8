import { Button } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Link, useLocation, useNavigate } from 'react-router'
import { connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { comeBackAt } from '#/api/next-try.ts'
import { PageTitle } from '#/ui/PageTitle.tsx'
import { ErrorPanel, type ErrorPanelKind } from '#/ui/feedback/ErrorPanel.tsx'
import classes from './ErrorPage.module.css'
import { NoPage } from './NoPage.tsx'
import { loadAnew, mayLoadAnew } from './load-anew.ts'
import { paths } from './paths.ts'

/** Why a page could not be shown: one page for each kind of error. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation('errors')
  const navigate = useNavigate()
  const here = useLocation()
  const isLoadedAnew = kindOf(error) === 'outdated' && mayLoadAnew()
  useEffect(() => {
    if (isLoadedAnew) loadAnew()
  }, [isLoadedAnew])

  // Not `revalidate()`: where that ends before React has drawn that it began, the router keeps the error.
  const loadAgain = () => void navigate(here, { replace: true, state: here.state as unknown })
  const onOnline = useEffectEvent(loadAgain)
  useEffect(() => {
    const listener = () => onOnline()
    addEventListener('online', listener)
    return () => removeEventListener('online', listener)
  }, [])

  if (isLoadedAnew) return null
  if (isRouteErrorResponse(error) && error.status === 404) return <NoPage />

  return (
    <>
      <PageTitle>{t(`${kindOf(error)}.title`)}</PageTitle>
      <ErrorInPlace error={error} onRetry={loadAgain} />
    </>
  )
}

interface ErrorInPlaceProps {
  error: unknown
  onRetry: () => void
}

/** The same where a page stands, but what it should show could not be had. */
export function ErrorInPlace({ error, onRetry }: ErrorInPlaceProps) {
  const { t } = useTranslation(['errors', 'common'])
  const { pathname, search } = useLocation()
  const kind = kindOf(error)
  const isOurs = kind === 'unexpected' || kind === 'outdated'
  const isNobody = kind === 'signed-out' && !connections.current()
  return (
    <div className={classes.page}>
      <ErrorPanel
        kind={kind}
        words={error instanceof ApiError ? error.message : ''}
        details={isOurs ? detailsOf(error) : undefined}
        onRetry={isOurs || isNobody ? undefined : onRetry} // signed out of a connection, it asks to sign in again
        retryAt={error instanceof ApiError ? comeBackAt(error) : null}
        actions={
          <>
            {isNobody && (
              <Button component={Link} to={paths.connect(pathname + search)}>
                {t('errors:signIn')}
              </Button>
            )}
            {pathname !== paths.projects() && (
              <Button component={Link} to={paths.projects()} variant="default">
                {t('common:action.backToProjects')}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}

/** What browsers say of a lazy chunk that cannot be had: Chromium, Firefox, Safari, Vite's preload of styles. */
const MISSING_CHUNK = /dynamically imported module|module script|Importing a module|preload CSS/i

function kindOf(error: unknown): ErrorPanelKind {
  if (error instanceof ApiError) return error.kind
  return error instanceof Error && MISSING_CHUNK.test(error.message) ? 'outdated' : 'unexpected'
}

const detailsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

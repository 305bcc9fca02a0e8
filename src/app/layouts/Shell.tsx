import { QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useLoaderData, useLocation, useNavigation } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import type { shellLoader } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { clientOf, wipeForgotten } from '#/app/query-client.ts'
import { ColourSchemeMenu } from '#/ui/menus/ColourSchemeMenu.tsx'
import { LanguageMenu } from '#/ui/menus/LanguageMenu.tsx'
import { ConnectionLine, ConnectionMenu } from './ConnectionMenu.tsx'
import classes from './Shell.module.css'

/** What the page is not for: where it cannot be loaded, the page does without. */
const extra = <P,>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<P> => () => null) }))

// Imports go on whichever page is shown, but the first page need not wait for what watches over them.
const RunningImports = extra(async () => (await import('./RunningImports.tsx')).RunningImports)
const ImportAnnouncements = extra(async () => (await import('./RunningImports.tsx')).ImportAnnouncements)

const HelpMenu = extra(async () => (await import('./HelpMenu.tsx')).HelpMenu)
const isExtension = location.protocol.endsWith('-extension:')
const AccessLost = extra(async () => (await import('#/features/connection/AccessLost.tsx')).AccessLost)

// After the first page, but before it is needed: without a network it could not be had.
const FaultBars = extra(async () => (await import('./FaultBars.tsx')).FaultBars)

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation()
  const id = useLoaderData<typeof shellLoader>()
  const current = useSyncExternalStore(connections.subscribe, () => connections.find(id))
  const isLoading = useNavigation().state === 'loading'
  const main = useFocusOnNavigation()
  useEffect(() => wipeForgotten, [id])

  // What asks the server has `key={id}`: it holds on to the cache that it began with.
  return (
    <QueryClientProvider client={clientOf(id)}>
      <div className={classes.shell}>
        <a
          className={classes.skip}
          href="#main"
          onClick={(event) => {
            event.preventDefault() // the address belongs to the router
            main.current?.focus()
          }}
        >
          {t('skipToContent')}
        </a>
        {isLoading && <div className={classes.progress} role="progressbar" aria-label={t('loadingPage')} />}
        <header className={classes.top}>
          <Link className={classes.brand} to="/" aria-label={t('appName')}>
            <img className={classes.mark} src="./icon.svg" alt="" />
            <span className={classes.brandName}>{t('appName')}</span>
          </Link>
          {current && (
            <nav className={classes.nav} aria-label={t('mainNavigation')}>
              <NavLink to={paths.projects()}>{t('projects')}</NavLink>
              <NavLink to={paths.imports()}>
                {t('imports')}
                <Suspense>
                  <RunningImports key={id} />
                </Suspense>
              </NavLink>
            </nav>
          )}
          <span className={classes.spacer} />
          <Suspense>{current && <ImportAnnouncements key={id} />}</Suspense>
          {current && <ConnectionMenu connection={current} />}
          {appConfig().help.length > 0 && (
            <Suspense fallback={<span className={classes.help} />}>
              <HelpMenu />
            </Suspense>
          )}
          <LanguageMenu />
          <ColourSchemeMenu />
        </header>
        {current && <ConnectionLine connection={current} />}
        {isExtension && current?.kind === 'kpi' && (
          <Suspense>
            <AccessLost server={current.server} />
          </Suspense>
        )}
        <main className={classes.main} id="main" tabIndex={-1} ref={main}>
          {(current || id === '') && <Outlet key={id} />}
        </main>
        <Suspense>
          <FaultBars key={id} needsNetwork={current?.kind !== 'demo'} />
        </Suspense>
      </div>
    </QueryClientProvider>
  )
}

/** After going to another page, the keyboard and the screen reader start at its content. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
    // With the next frame, which lays out the page anyway; here it would be one more long task.
    requestAnimationFrame(() => main.current?.scrollTo(0, 0))
  }, [pathname])
  return main
}

import { QueryClientProvider } from '@tanstack/react-query'
import {
  type ComponentType,
  lazy,
  Suspense,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useLoaderData, useLocation, useNavigation } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import type { shellLoader } from '#/app/follow-connection.ts'
import { paths } from '#/app/paths.ts'
import { removeFirstProjects } from '#/app/preloading/first-projects.ts'
import { clearUnusedClients, clientOf } from '#/app/query-client.ts'
import { ColourSchemeMenu } from '#/ui/menus/ColourSchemeMenu.tsx'
import { LanguageMenu } from '#/ui/menus/LanguageMenu.tsx'
import { BrandMark } from './BrandMark.tsx'
import { ConnectionMenu } from './ConnectionMenu.tsx'
import { PageHeadSlot } from './PageHead.tsx'
import classes from './Shell.module.css'
import { useStyleSheetRetry } from './use-style-sheet-retry.ts'

/** A lazy component that the page can do without: it renders nothing if it cannot be loaded. */
const extra = <P,>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => ({ default: await load().catch((): ComponentType<P> => () => null) }))

// Imports continue on every page, but the first page does not wait for this.
const RunningImports = extra(async () => (await import('./RunningImports.tsx')).RunningImports)
const ImportAnnouncements = extra(async () => (await import('./RunningImports.tsx')).ImportAnnouncements)

// Loaded beside the demo server, so that it is there with the first page.
const loadDemoBar = async () => (await import('./DemoBar.tsx')).DemoBar
if (connections.current()?.kind === 'demo') loadDemoBar().catch(() => null)
const DemoBar = extra(loadDemoBar)

const HelpMenu = extra(async () => (await import('./HelpMenu.tsx')).HelpMenu)
const isExtension = location.protocol.endsWith('-extension:')
const AccessLost = extra(async () => (await import('#/features/connection/AccessLost.tsx')).AccessLost)

const ScrollRestoration = extra(async () => (await import('./ScrollRestoration.tsx')).ScrollRestoration)

const Shortcuts = extra(async () => (await import('#/app/layouts/shortcuts/Shortcuts.tsx')).Shortcuts)

const PreloadPages = extra(async () => (await import('#/app/preloading/PreloadPages.tsx')).PreloadPages)

// Loaded after the first page, but before it is needed: it could not be loaded offline.
const FaultBars = extra(async () => (await import('./FaultBars.tsx')).FaultBars)

/** The layout of every page: header, notices, content. */
export function Shell() {
  const { t } = useTranslation()
  const id = useLoaderData<typeof shellLoader>()
  const current = useSyncExternalStore(connections.subscribe, () => connections.find(id))
  const main = useFocusOnNavigation()
  const [headSlot, setHeadSlot] = useState<HTMLElement | null>(null)
  useEffect(() => clearUnusedClients, [id])
  useLayoutEffect(removeFirstProjects, []) // where the page was there before `Starting` was shown
  useStyleSheetRetry()

  // Components with queries have `key={id}`, because they keep the query client that they mounted with.
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
        <LoadingBar />
        <header className={classes.top}>
          <Link className={classes.brand} to="/" aria-label={t('appName')}>
            <BrandMark className={classes.mark} />
            <span className={classes.brandName}>{t('appName')}</span>
          </Link>
          {current && (
            <nav className={classes.nav} aria-label={t('mainNavigation')}>
              <NavLink to={paths.projects()}>{t('projects')}</NavLink>
              <NavLink to={paths.access()}>{t('accessReview')}</NavLink>
              <NavLink to={paths.imports()}>
                {t('imports')}
                <Suspense>
                  <RunningImports key={id} />
                </Suspense>
              </NavLink>
            </nav>
          )}
          <div className={classes.head} ref={setHeadSlot} />
          <Suspense>{current && <ImportAnnouncements key={id} />}</Suspense>
          {current && <ConnectionMenu connection={current} />}
          {appConfig().help.length > 0 && (
            <Suspense fallback={<span className={classes.help} />}>
              <HelpMenu />
            </Suspense>
          )}
          {/* On a phone they are in the menu of the connection. */}
          <div className={classes.preferences} data-folds={current ? true : undefined}>
            <LanguageMenu />
            <ColourSchemeMenu />
          </div>
        </header>
        {current?.kind === 'demo' && (
          <Suspense>
            <DemoBar key={id} />
          </Suspense>
        )}
        {isExtension && current?.kind === 'kpi' && (
          <Suspense>
            <AccessLost server={current.server} />
          </Suspense>
        )}
        <main className={classes.main} id="main" tabIndex={-1} ref={main}>
          <PageHeadSlot value={headSlot}>{(current || id === '') && <Outlet key={id} />}</PageHeadSlot>
        </main>
        <Suspense>
          <FaultBars key={id} needsNetwork={current?.kind !== 'demo'} />
          <PreloadPages key={id} />
          <ScrollRestoration main={main} />
          <Shortcuts />
        </Suspense>
      </div>
    </QueryClientProvider>
  )
}

function LoadingBar() {
  const { t } = useTranslation()
  const isLoading = useNavigation().state === 'loading'
  return isLoading && <div className={`${classes.progress} fb-flip`} role="progressbar" aria-label={t('loadingPage')} />
}

/** Moves the focus to the content after a navigation. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

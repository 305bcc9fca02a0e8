import { matchPath, matchRoutes } from 'react-router'
import { connections } from '#/api/connection.ts'
import { projectLoader, summaryLoader } from '#/app/loaders/project-loaders.ts'
import { routes } from '#/app/routes.tsx'
import { savesData } from '#/lib/saves-data.ts'

const isAllowed = () => connections.current() !== undefined && navigator.onLine && !savesData()

/** Loads the code and the texts of the page at a path. What fails is loaded again when the page opens. */
export async function preloadCode(path: string) {
  if (!isAllowed()) return
  const matches = matchRoutes(routes, pathnameOf(path)) ?? []
  await Promise.allSettled(matches.map(async ({ route }) => typeof route.lazy === 'function' && route.lazy()))
}

/**
 * Sends the first requests of the page at a path unless they are cached. Only for links that a person is about to follow: KPI
 * writes each list of submissions into the project's history.
 */
export async function preloadData(path: string) {
  if (!isAllowed()) return
  const request = new Request(new URL(path, location.origin))
  const project = matchPath('/projects/:assetUid', pathnameOf(path))
  const table = matchPath('/projects/:assetUid/submissions', pathnameOf(path))
  if (project)
    await Promise.allSettled([projectLoader, summaryLoader].map(async (load) => load({ ...project, request })))
  if (table) (await import('#/app/loaders/submissions-loader.ts')).submissionsLoader({ ...table, request })
}

const pathnameOf = (path: string) => new URL(path, location.origin).pathname

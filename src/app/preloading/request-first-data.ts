import { setServerLanguage, waitForRenewCredentials } from '#/api/client.ts'
import { connectionId, connections } from '#/api/connection.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { isExpiring } from '#/api/unauthenticated.ts'
import { projectPageOf } from '#/app/loaders/project-list-page.ts'
import { queryClient } from '#/app/query-client.ts'
import type { RequestedList } from './first-projects.ts'

const HOME = /^#?\/?$/
const PROJECT_LIST = /^#\/projects\/?(?:\?(.*))?$/
const PROJECT = /^#\/projects\/(\w+)(?:[/?]|$)/

/**
 * Requests what the loaders of an address request first: the list of projects, or a project. They find it in the cache,
 * and request again what failed. Nothing is requested in the demo, whose code has to load first, nor with credentials that
 * have to be renewed. Returns the list, if it is one.
 */
export function requestFirstData(hash: string, language: string): RequestedList | undefined {
  const connection = connections.current()
  if (connection?.kind !== 'kpi' || isExpiring(connection.auth)) return undefined
  setServerLanguage(language)
  waitForRenewCredentials()
  const client = queryClient()
  const [, search] = PROJECT_LIST.exec(hash) ?? []
  const [, assetUid] = PROJECT.exec(hash) ?? []
  if (assetUid !== undefined) void client.prefetchQuery(assetQueries.detail(assetUid))
  else if (HOME.test(hash) || PROJECT_LIST.test(hash)) {
    const page = projectPageOf(new URLSearchParams(search))
    const projects = client.fetchQuery(assetQueries.list(page)).then(({ results }) => results)
    projects.catch(() => null) // the app shows why
    void client.prefetchQuery(assetQueries.counts(page.search))
    return { connectionId: connectionId(connection), page, projects }
  }
  return undefined
}

import type { DataRouter } from 'react-router'
import { connections } from '#/api/connection.ts'
import { SHELL } from './follow-connection.ts'
import { currentId } from './query-client.ts'

/** The last `?…` of each page, by connection and path. */
const lastSearches = new Map<string, string>()

const keyOf = (id: string, pathname: string) => `${id} ${pathname}`

/** Remembers search, filter and page of every page of this visit, for the links that lead back to it. */
export function rememberSearches(router: DataRouter) {
  router.subscribe(({ navigation, location: { pathname, search }, loaderData }) => {
    const id: unknown = loaderData[SHELL]
    if (navigation.state === 'idle' && typeof id === 'string' && id !== '')
      lastSearches.set(keyOf(id, pathname), search)
  })
  connections.subscribe(() => {
    for (const key of lastSearches.keys()) if (!connections.find(key.split(' ', 1)[0] ?? '')) lastSearches.delete(key)
  })
}

/** The address of a page as it was last shown in the connection in use. */
export const lastAddress = (pathname: string) => pathname + (lastSearches.get(keyOf(currentId(), pathname)) ?? '')

/** The state of a link that leads back to where the page was scrolled to. */
export const RETURNING = { returning: true } as const

export const isReturning = (state: unknown) =>
  typeof state === 'object' && state !== null && 'returning' in state && state.returning === true

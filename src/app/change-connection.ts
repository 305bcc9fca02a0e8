import type { DataRouter } from 'react-router'
import { connections } from '#/api/connection.ts'
import { SHELL } from './follow-connection.ts'
import { paths } from './paths.ts'
import { currentId } from './query-client.ts'

type Change =
  | {
      /** Its id. */
      to: string
      /** The path to open; by default the last one of that connection. */
      path?: string | undefined
    }
  | { signOutOf: readonly string[] }

let pendingChange: Change | null = null

/** The last location of each connection. */
const lastLocations = new Map<string, string>()

/**
 * Prepares a change of the connection, and returns the path whose loader makes it: like any navigation it passes the guard
 * for unsaved changes. The change is not part of the path, so that no foreign link can sign anybody out.
 */
export function requestChange(change: Change): string {
  pendingChange = change
  return paths.changeConnection()
}

/** The prepared change, which is over with that. */
export function takeChange(): Change | null {
  const change = pendingChange
  pendingChange = null
  return change
}

/** The last location of a connection in this tab. */
export const lastLocationOf = (id: string) => lastLocations.get(id)

/** The router's location key of the address that the app was opened with. */
const INITIAL_KEY = 'default'

/** Pages that belong to no connection. */
const NOT_IN_A_CONNECTION = /^\/(connect$|demo($|\/))/

/** Remembers the last location of each connection. Going back in the history also restores the connection. */
export function rememberLocations(router: DataRouter) {
  const connectionByKey = new Map<string, string>()
  router.subscribe(({ navigation, location, loaderData }) => {
    if (navigation.state === 'loading') {
      const id = connectionByKey.get(navigation.location.key)
      if (id !== undefined && id !== currentId()) connections.switchTo(id)
      return
    }
    const id: unknown = loaderData[SHELL]
    if (typeof id !== 'string' || !connections.find(id)) return
    if (location.key !== INITIAL_KEY) connectionByKey.set(location.key, id)
    const { pathname, search } = location
    if (!NOT_IN_A_CONNECTION.test(pathname)) lastLocations.set(id, pathname + search)
  })
}

connections.subscribe(() => {
  for (const id of lastLocations.keys()) if (!connections.find(id)) lastLocations.delete(id)
})

import { type DataRouter, redirect } from 'react-router'
import { connections } from '#/api/connection.ts'
import { SHELL } from './follow-connection.ts'
import { paths } from './paths.ts'
import { currentId } from './query-client.ts'
import { signOut } from './sign-out.ts'

type Change =
  | {
      /** Its id. */
      to: string
      /** Where to go there; else where one was. */
      path?: string | undefined
    }
  | { signOutOf: readonly string[] }

let wanted: Change | null = null

/** What was last shown of each connection. */
const lastShown = new Map<string, string>()

/**
 * The address by which the connection is changed: like any other page it is left to those who guard unsaved changes.
 * The change itself is no part of it, so that no link from elsewhere signs anybody out.
 */
export function pathOfChange(change: Change): string {
  wanted = change
  return paths.changeConnection()
}

export function changeLoader() {
  const change = wanted
  wanted = null
  if (!change) return redirect(paths.home())
  if ('to' in change) {
    connections.switchTo(change.to)
    return redirect(change.path ?? lastShown.get(change.to) ?? paths.projects())
  }
  change.signOutOf.forEach(signOut)
  return redirect(paths.connect())
}

/** The router's key of all addresses that were typed or opened, not gone to. */
const TYPED = 'default'

/** Remembers where one was in each connection, and goes back to the connection too when somebody goes back. */
export function rememberPlaces(router: DataRouter) {
  const shownBy = new Map<string, string>()
  router.subscribe(({ navigation, location, loaderData }) => {
    if (navigation.state === 'loading') {
      const id = shownBy.get(navigation.location.key)
      if (id !== undefined && id !== currentId()) connections.switchTo(id)
      return
    }
    const id: unknown = loaderData[SHELL]
    if (typeof id !== 'string' || !connections.find(id)) return
    if (location.key !== TYPED) shownBy.set(location.key, id)
    const { pathname, search } = location
    if (pathname !== paths.connect() && pathname !== paths.demo()) lastShown.set(id, pathname + search)
  })
}

connections.subscribe(() => {
  for (const id of lastShown.keys()) if (!connections.find(id)) lastShown.delete(id)
})

import { useQueryClient } from '@tanstack/react-query'
import type { DataRouter } from 'react-router'
import { connectionOf } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { paths } from './paths.ts'
import { clearUnusedClients, currentId } from './query-client.ts'

/**
 * The id of the connection that the current page belongs to. It is loader data, so that a switch of connections takes effect
 * together with the page that was loaded for it.
 */
export const shellLoader = () => currentId()

/** The connection that this page belongs to; `undefined` just after signing out. */
export const useConnection = () => connectionOf(useQueryClient())

/** Opens the connect page after signing out, here or in another tab. The shell then clears the caches. */
export function leaveWhenSignedOut(router: DataRouter) {
  connections.subscribe(() => {
    const shellId: unknown = router.state.loaderData[SHELL]
    const isGone = typeof shellId === 'string' && shellId !== '' && !connections.find(shellId)
    if (!isGone) clearUnusedClients()
    else if (currentId() === '') void router.navigate(paths.connect())
  })
}

/** The route id of the shell. */
export const SHELL = 'shell'

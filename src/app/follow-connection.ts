import { useQueryClient } from '@tanstack/react-query'
import type { DataRouter } from 'react-router'
import { connectionOf } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { paths } from './paths.ts'
import { currentId, wipeForgotten } from './query-client.ts'

/**
 * Which connection the pages on screen speak for, as loader data of the shell: a switch takes effect together with the
 * page that was loaded for it, never under the one before.
 */
export const shellLoader = () => currentId()

/** The connection that this page speaks for. `undefined` in the moment after signing out. */
export const useConnection = () => connectionOf(useQueryClient())

/** Signing out, here or in another tab, takes everybody to the page where one connects; the shell wipes when they left. */
export function leaveWhenSignedOut(router: DataRouter) {
  connections.subscribe(() => {
    const shown: unknown = router.state.loaderData[SHELL]
    const isGone = typeof shown === 'string' && shown !== '' && !connections.find(shown)
    if (!isGone) wipeForgotten()
    else if (currentId() === '') void router.navigate(paths.connect())
  })
}

/** The shell's id among the routes. */
export const SHELL = 'shell'

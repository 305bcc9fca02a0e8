import { type Auth, type Connection, connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { refreshTokens } from './oauth.ts'

const underway = new Map<string, Promise<void>>()

/** Milliseconds in which another tab's news arrives that it has refreshed. */
const NEWS = 500

/**
 * New tokens for a connection whose own have ended: one refresh for however many requests want it, in this tab and, by
 * a lock, in all of them, since each serves once.
 * @throws ApiError `signed-out` where the person must sign in again; other kinds where the server could not be asked.
 */
export function refreshOnce(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const going = underway.get(id) ?? refreshAlone(id, refused.auth).finally(() => underway.delete(id))
  underway.set(id, going)
  return going
}

async function refreshAlone(id: string, refused: Auth): Promise<void> {
  // Only where the page is served safely; elsewhere tabs may get into each other's way, and ask to sign in.
  if (!('locks' in navigator)) return refresh(id, refused)
  const name = `fieldboard.refresh:${id}`
  const isFirst = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await refresh(id, refused)
    return lock !== null
  })
  if (isFirst) return
  await navigator.locks.request(name, async () => {
    await changeOf(id, refused) // the tab that we waited for tells its tokens
    await refresh(id, refused)
  })
}

async function refresh(id: string, refused: Auth): Promise<void> {
  const { server, auth } = connections.require(id)
  if (auth.scheme !== 'oauth' || !isSame(auth, refused)) return
  try {
    connections.renew(id, await refreshTokens(server, auth))
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'signed-out') throw error
    await changeOf(id, refused) // or another tab was quicker by a moment
    if (isSame(connections.require(id).auth, refused)) throw error
  }
}

/** Resolves when a connection has other credentials, or has had its time to get them. */
function changeOf(id: string, before: Auth): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const look = () => {
      const auth = connections.find(id)?.auth
      if (!auth || !isSame(auth, before)) end()
    }
    const timer = setTimeout(end, NEWS)
    const stop = connections.subscribe(look)
    look()
  })
}

const isSame = (one: Auth, other: Auth) => JSON.stringify(one) === JSON.stringify(other)

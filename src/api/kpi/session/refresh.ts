import { type Auth, type Connection, connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { refreshTokens } from './oauth.ts'

const pendingRefreshes = new Map<string, Promise<void>>()

/** Milliseconds within which the new tokens arrive from another tab. */
const MESSAGE_TIMEOUT = 2000

/**
 * Refreshes the tokens of a connection. Concurrent requests, in this tab and by a lock in all tabs, share one refresh,
 * because a refresh token can be used once.
 * @throws ApiError `signed-out` if the user must sign in again; other kinds if the server could not be reached
 */
export function refreshOnce(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const pending =
    pendingRefreshes.get(id) ?? refreshWithLock(id, refused.auth).finally(() => pendingRefreshes.delete(id))
  pendingRefreshes.set(id, pending)
  return pending
}

async function refreshWithLock(id: string, refused: Auth): Promise<void> {
  // Locks need a secure context. Without them two tabs may refresh at once, and one has to sign in again.
  if (!('locks' in navigator)) return refresh(id, refused)
  const name = `fieldboard.refresh:${id}`
  const isFirst = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await refresh(id, refused)
    return lock !== null
  })
  if (isFirst) return
  await navigator.locks.request(name, async () => {
    await credentialsChange(id, refused) // the other tab sends its tokens
    await refresh(id, refused)
  })
}

async function refresh(id: string, refused: Auth): Promise<void> {
  // Only then: the storage may be older than the message of the other tab.
  if (isSame(connections.require(id).auth, refused)) connections.readRenewed(id)
  const { server, auth } = connections.require(id)
  if (auth.scheme !== 'oauth' || !isSame(auth, refused)) return
  try {
    connections.renew(id, await refreshTokens(server, auth))
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'signed-out') throw error
    await credentialsChange(id, refused) // another tab may have refreshed a moment earlier
    if (isSame(connections.require(id).auth, refused)) throw error
  }
}

/** Resolves when the credentials of a connection change, or after a timeout. */
function credentialsChange(id: string, before: Auth): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const check = () => {
      const auth = connections.find(id)?.auth
      if (!auth || !isSame(auth, before)) end()
    }
    const timer = setTimeout(end, MESSAGE_TIMEOUT)
    const stop = connections.subscribe(check)
    check()
  })
}

const isSame = (one: Auth, other: Auth) => JSON.stringify(one) === JSON.stringify(other)

import { type Auth, type Connection, connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'

interface SignInRequest {
  refused: Connection
  done: Promise<void>
  resolve: () => void
  reject: (error: ApiError) => void
}

const pendingRequests = new Map<string, SignInRequest>()
/** Connections whose prompt was dismissed: the next action of the person shows it again. */
const declined = new Map<string, Auth>()
const listeners = new Set<() => void>()

/** Renews refused credentials: by a token refresh, or by asking the person to sign in. */
export async function renewCredentials(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const isRequested = pendingRequests.has(id) || declined.get(id) === refused.auth
  if (refused.auth.scheme === 'oauth' && !isRequested) {
    const { refreshOnce } = await import('#/api/kpi/session/refresh.ts')
    const isRefreshed = await refreshOnce(refused).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ApiError && error.kind === 'signed-out' && connections.find(id)) return false
        throw error
      },
    )
    if (isRefreshed) return
  }
  return requestSignIn(refused)
}

/** Shows one prompt for all waiting requests. @throws ApiError `signed-out` if the person does not sign in */
function requestSignIn(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const pending = pendingRequests.get(id)
  if (pending) return pending.done
  if (declined.get(id) === refused.auth) return Promise.reject(new ApiError('signed-out', ''))
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  pendingRequests.set(id, { refused, done, resolve, reject })
  listeners.forEach((listener) => listener())
  return done
}

/** Closes the prompt after a sign-in, here or in another tab, or a sign-out. */
connections.subscribe(() => {
  for (const [id, { refused, resolve, reject }] of pendingRequests) {
    const now = connections.find(id)
    if (now?.auth === refused.auth) continue
    pendingRequests.delete(id)
    if (now) resolve()
    else reject(new ApiError('signed-out', ''))
  }
  listeners.forEach((listener) => listener())
})

const USER_EVENTS = ['pointerdown', 'keydown', 'click'] as const

/** "Not now": the waiting requests fail; the next action of the person may show the prompt again. */
export function declineSignIn(refused: Connection) {
  const id = connectionId(refused)
  declined.set(id, refused.auth)
  const reset = () => {
    declined.delete(id)
    for (const act of USER_EVENTS) removeEventListener(act, reset, true)
  }
  for (const act of USER_EVENTS) addEventListener(act, reset, true)
  const request = pendingRequests.get(id)
  pendingRequests.delete(id)
  request?.reject(new ApiError('signed-out', ''))
  listeners.forEach((listener) => listener())
}

/** Whether a connection's requests wait for a sign-in. */
export const isSignInRequested = (id: string) => pendingRequests.has(id)

/** The prompt for the current connection; those of other connections show once they are current. */
export function currentSignInRequest(): Connection | null {
  const current = connections.current()
  return (current && pendingRequests.get(connectionId(current))?.refused) ?? null
}

export const onSignInRequestsChange = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

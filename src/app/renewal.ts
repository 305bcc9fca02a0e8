import { type Auth, type Connection, connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'

interface Question {
  refused: Connection
  answered: Promise<void>
  go: () => void
  giveUp: (error: ApiError) => void
}

const questions = new Map<string, Question>()
/** Who was asked, and did not want to: not asked again until they do something. */
const declined = new Map<string, Auth>()
const listeners = new Set<() => void>()

/** What a connection needs whose credentials the server refused: new tokens for old, or the person. */
export async function renew(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const isAsked = questions.has(id) || declined.get(id) === refused.auth
  if (refused.auth.scheme === 'oauth' && !isAsked) {
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
  return askPerson(refused)
}

/** One question for however many requests wait. @throws ApiError `signed-out` where the person does not sign in. */
function askPerson(refused: Connection): Promise<void> {
  const id = connectionId(refused)
  const known = questions.get(id)
  if (known) return known.answered
  if (declined.get(id) === refused.auth) return Promise.reject(new ApiError('signed-out', ''))
  const { promise: answered, resolve: go, reject: giveUp } = Promise.withResolvers<void>()
  questions.set(id, { refused, answered, go, giveUp })
  listeners.forEach((listener) => listener())
  return answered
}

/** Signed in again, here or in another tab, or signed out: the question is answered. */
connections.subscribe(() => {
  for (const [id, { refused, go, giveUp }] of questions) {
    const now = connections.find(id)
    if (now?.auth === refused.auth) continue
    questions.delete(id)
    if (now) go()
    else giveUp(new ApiError('signed-out', ''))
  }
  listeners.forEach((listener) => listener())
})

const ACTS = ['pointerdown', 'keydown', 'click'] as const

/** "Not now": the requests fail, and whatever the person does next may ask again. */
export function decline(refused: Connection) {
  const id = connectionId(refused)
  declined.set(id, refused.auth)
  const forget = () => {
    declined.delete(id)
    for (const act of ACTS) removeEventListener(act, forget, true)
  }
  for (const act of ACTS) addEventListener(act, forget, true)
  const question = questions.get(id)
  questions.delete(id)
  question?.giveUp(new ApiError('signed-out', ''))
  listeners.forEach((listener) => listener())
}

/** Whether a connection waits for the person to sign in again. */
export const isWaiting = (id: string) => questions.has(id)

/** The question about the connection in use; others are asked when it is their turn. */
export function currentQuestion(): Connection | null {
  const current = connections.current()
  return (current && questions.get(connectionId(current))?.refused) ?? null
}

export const onQuestions = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

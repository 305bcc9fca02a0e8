import * as z from 'zod/mini'
import type { Connection } from '#/api/connection.ts'
import { beginSignIn, completeSignIn } from './oauth.ts'

/** Channel between the sign-in window and the tab that waits for it. */
const CHANNEL = 'fieldboard.sign-in'

/** Milliseconds within which the waiting tab confirms; it may be suspended. */
const RESPONSE_TIMEOUT = 3000

const SignInMessage = z.union([
  z.object({ type: z.literal('answer'), answer: z.string() }),
  z.object({ type: z.literal('taken'), state: z.string() }),
])
type SignInMessage = z.output<typeof SignInMessage>

const onMessage = (channel: BroadcastChannel, listener: (message: SignInMessage) => void) =>
  channel.addEventListener('message', ({ data }) => {
    const message = SignInMessage.safeParse(data)
    if (message.success) listener(message.data)
  })

const postMessage = (channel: BroadcastChannel, message: SignInMessage) => channel.postMessage(message)

/** Signs in in another window, in which `show` opens the server's page. @throws SignInError, or the signal's reason. */
export async function signInInWindow(
  server: string,
  clientId: string,
  show: (url: string) => void,
  signal: AbortSignal,
): Promise<Connection> {
  const { attempt, url } = await beginSignIn(server, clientId)
  const answer = callbackFor(attempt.state, signal)
  show(url)
  return completeSignIn(attempt, await answer)
}

/** Waits for the callback in the other window. Rejects when the signal aborts. */
function callbackFor(state: string, signal: AbortSignal): Promise<URLSearchParams> {
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      channel.close()
      reject(signal.reason as Error)
    })
    onMessage(channel, (message) => {
      const answer = new URLSearchParams(message.type === 'answer' ? message.answer : '')
      if (answer.get('state') !== state) return
      postMessage(channel, { type: 'taken', state })
      channel.close()
      resolve(answer)
    })
  })
}

/** Sends the callback to the tab that waits for it. Resolves to false if there is none. */
export function handOverCallback(callback: URLSearchParams): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL)
  const state = callback.get('state')
  return new Promise((resolve) => {
    const end = (isTaken: boolean) => {
      clearTimeout(timer)
      channel.close()
      resolve(isTaken)
    }
    const timer = setTimeout(() => end(false), RESPONSE_TIMEOUT)
    onMessage(channel, (message) => {
      if (message.type === 'taken' && message.state === state) end(true)
    })
    postMessage(channel, { type: 'answer', answer: callback.toString() })
  })
}

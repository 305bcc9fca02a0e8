import * as z from 'zod/mini'
import type { Connection } from '#/api/connection.ts'
import { beginSignIn, completeSignIn } from './oauth.ts'

/** Between the window in which a person signs in again, and the tab that waits for it. */
const CHANNEL = 'fieldboard.sign-in'

/** Milliseconds for the tab that waits to say so; it may be asleep. */
const PATIENCE = 3000

const News = z.union([
  z.object({ type: z.literal('answer'), answer: z.string() }),
  z.object({ type: z.literal('taken'), state: z.string() }),
])
type News = z.output<typeof News>

const onNews = (channel: BroadcastChannel, listener: (news: News) => void) =>
  channel.addEventListener('message', ({ data }) => {
    const news = News.safeParse(data)
    if (news.success) listener(news.data)
  })

const tell = (channel: BroadcastChannel, news: News) => channel.postMessage(news)

/** Signs in in another window, which `show` leads to the server's page. @throws SignInError, or the signal's reason */
export async function signInBeside(
  server: string,
  clientId: string,
  show: (url: string) => void,
  signal: AbortSignal,
): Promise<Connection> {
  const { attempt, url } = await beginSignIn(server, clientId)
  const answer = answerFor(attempt.state, signal)
  show(url)
  return completeSignIn(attempt, await answer)
}

/** Waits for what the server's page answers in another window, until the signal. */
function answerFor(state: string, signal: AbortSignal): Promise<URLSearchParams> {
  const channel = new BroadcastChannel(CHANNEL)
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      channel.close()
      reject(signal.reason as Error)
    })
    onNews(channel, (news) => {
      const answer = new URLSearchParams(news.type === 'answer' ? news.answer : '')
      if (answer.get('state') !== state) return
      tell(channel, { type: 'taken', state })
      channel.close()
      resolve(answer)
    })
  })
}

/** Hands the server's answer to the tab that waits for it; whether there is one. */
export function handOver(answer: URLSearchParams): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL)
  const state = answer.get('state')
  return new Promise((resolve) => {
    const end = (isTaken: boolean) => {
      clearTimeout(timer)
      channel.close()
      resolve(isTaken)
    }
    const timer = setTimeout(() => end(false), PATIENCE)
    onNews(channel, (news) => {
      if (news.type === 'taken' && news.state === state) end(true)
    })
    tell(channel, { type: 'answer', answer: answer.toString() })
  })
}

import { isExtension } from '#/lib/host-access.ts'
import { type FindWhy, send } from './client.ts'
import { connections } from './connection.ts'
import type { ApiErrorKind } from './errors.ts'

/** Milliseconds for which the reason is taken to be the same for all that fails. */
const SAME_REASON = 5000
/** Milliseconds until we give up finding out. */
const TIMEOUT = 10_000

const known = new Map<string, { at: number; reason: Promise<ApiErrorKind> }>()

/**
 * Why no answer could be read. Browsers do not say: they are asked once more, for what needs no key, with and without the
 * wish to read the answer. A server that answers only without it does not allow this site (CORS) [1702, 1706].
 * @param file The address of the file where one was asked for: nginx drops the header from what it sends in the place of
 * KPI (NOTES, Seen behind KoboToolbox's own nginx).
 */
export const whyUnread: FindWhy = (lost, server, file) => {
  // The extension is let in by the browser, pages of the same origin always, and to the demo there is no network.
  const isDemo = connections.all().some((one) => one.kind === 'demo' && one.server === server)
  const isLetIn = isDemo || isExtension() || new URL(server).origin === location.origin
  if (lost !== 'offline' || isLetIn) return Promise.resolve(lost)
  const key = `${file ? 'file' : 'api'} ${server}`
  const last = known.get(key)
  if (last && Date.now() - last.at < SAME_REASON) return last.reason
  const reason = findOut(server, file)
  known.set(key, { at: Date.now(), reason })
  return reason
}

async function findOut(server: string, file: URL | false): Promise<ApiErrorKind> {
  const answers = (url: string | URL, mode: RequestMode) =>
    send(new Request(url, { mode, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) })).then(
      () => true,
      () => false,
    )
  const token = `${server}/token/`
  if (!(await answers(token, 'cors'))) return (await answers(token, 'no-cors')) ? 'not-allowed' : 'offline'
  return file && (await answers(file, 'no-cors')) ? 'file-not-allowed' : 'offline'
}

import { isExtension } from '#/lib/host-access.ts'
import { type DiagnoseFailure, send } from './client.ts'
import { connections } from './connection.ts'
import type { ApiErrorKind } from './errors.ts'

/** Milliseconds for which a diagnosis is reused for other failures. */
const CACHE_TIME = 5000
/** Milliseconds. */
const TIMEOUT = 10_000

const diagnoses = new Map<string, { at: number; reason: Promise<ApiErrorKind> }>()

/**
 * Finds out why there was no readable response, which browsers do not tell: requests a public URL with and without CORS. A
 * server that answers only without CORS does not allow this site [1702, 1706].
 * @param file URL of the requested file: nginx omits the CORS header from files that it sends instead of KPI (NOTES, Seen
 * behind KoboToolbox's own nginx).
 */
export const diagnoseFailure: DiagnoseFailure = (kind, server, file) => {
  // CORS does not apply to the extension, the same origin, and the demo.
  const isDemo = connections.all().some((one) => one.kind === 'demo' && one.server === server)
  const isAllowed = isDemo || isExtension() || new URL(server).origin === location.origin
  if (kind !== 'offline' || isAllowed) return Promise.resolve(kind)
  const key = `${file ? 'file' : 'api'} ${server}`
  const last = diagnoses.get(key)
  if (last && Date.now() - last.at < CACHE_TIME) return last.reason
  const reason = probe(server, file)
  diagnoses.set(key, { at: Date.now(), reason })
  return reason
}

async function probe(server: string, file: URL | false): Promise<ApiErrorKind> {
  const responds = (url: string | URL, mode: RequestMode) =>
    send(new Request(url, { mode, credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) })).then(
      () => true,
      () => false,
    )
  const token = `${server}/token/`
  if (!(await responds(token, 'cors'))) return (await responds(token, 'no-cors')) ? 'not-allowed' : 'offline'
  return file && (await responds(file, 'no-cors')) ? 'file-not-allowed' : 'offline'
}

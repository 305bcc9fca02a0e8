import type { QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { addressOf, pathOfUrl, type ServerNames } from './addresses.ts'
import { type Auth, type Connection, connections } from './connection.ts'
import { ApiError, type ApiErrorKind } from './errors.ts'
import { isEnding, isNobodys, signedOut } from './unauthenticated.ts'

/** Sends a request and gives the answer. `fetch`, or the demo server's. */
export type Transport = (request: Request) => Promise<Response>

interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>
  /** Sent as JSON; a `FormData` as multipart. */
  body?: unknown
  signal?: AbortSignal
  /** Milliseconds until we give up waiting. */
  timeout?: number
  /** Whether a file is asked for: of any type, and also from where the server redirects to, a store of files. */
  isFile?: boolean
}

interface FileOptions extends RequestOptions {
  /** What the file is known to be. */
  mimetype?: string
}

/** Whom a request speaks for: an account, or a name and password on their way to `/token/`. */
export interface Credentials {
  server: string
  auth: Auth | { scheme: 'password'; username: string; password: string }
}

/**
 * Gets new credentials for a connection whose own the server refused: by a refresh, or by asking the person.
 * @throws ApiError `signed-out` where there are none to be had.
 */
export type Renewal = (refused: Connection) => Promise<void>

/** Finds out why no answer could be read from a server, or of it a file. */
export type FindWhy = (lost: ApiErrorKind, server: string, file: URL | false) => Promise<ApiErrorKind>

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const DEFAULT_TIMEOUT = 60_000
const MAX_RENEWALS = 2

const transports = new Map<string, Transport>()
const boundTo = new WeakMap<QueryClient, string>()
let language = 'en'
let renew: Renewal | undefined
let findWhy: FindWhy = async (lost) => lost

/** Replaces the network for one origin: the demo answers in the page. */
export const setTransport = (origin: string, transport: Transport) => void transports.set(origin, transport)

/** Sends a request as it is, to the network or the demo, with no connection and no key of its own. */
export const send: Transport = (request) => (transports.get(new URL(request.url).origin) ?? fetch)(request)

/** The interface's language: KPI words its messages in it [1510]. */
export const setServerLanguage = (next: string) => void (language = next)

/** What to do when the server refuses a connection's credentials with 401. */
export const setRenewal = (renewal: Renewal) => void (renew = renewal)

/** What finds out why a request over the network had no answer. */
export const setFindWhy = (find: FindWhy) => void (findWhy = find)

/** From now on, what is asked through this cache is asked of this connection, whichever is on screen. */
export const bindCache = (client: QueryClient, id: string) => void boundTo.set(client, id)

/** The connection whose answers a cache holds; `undefined` where it was forgotten. */
export const connectionOf = (client: QueryClient) => connections.find(boundTo.get(client) ?? '')

/** One request with these credentials, answer unjudged. @throws ApiError where none comes. */
async function attempt(method: Method, path: string, { server, auth }: Credentials, options: RequestOptions) {
  const { query = {}, body, signal, timeout = DEFAULT_TIMEOUT, isFile = false } = options
  const url = addressOf(server, path)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  const isJson = body !== undefined && !(body instanceof FormData)
  const limit = AbortSignal.timeout(timeout)
  const lost = unanswered()

  const response = await send(
    new Request(url, {
      method,
      headers: {
        Accept: isFile ? '*/*' : 'application/json', // KPI has no file as JSON [0356; NOTES, Requests in general]
        'Accept-Language': language,
        ...proofOf(auth, method),
        ...(isJson && { 'Content-Type': 'application/json' }),
      },
      body: isJson ? JSON.stringify(body) : (body ?? null),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      credentials: auth.scheme === 'session' ? 'same-origin' : 'omit',
      // What is read may lie elsewhere, where browsers take no key along. KPI redirects no write, and no browser keeps
      // a custom header such as X-CSRFToken from going along with one.
      redirect: method === 'GET' ? 'follow' : 'manual',
      cache: 'no-store',
    }),
  ).catch(async (cause: unknown) => {
    if (signal?.aborted) throw cause // TanStack Query expects the abort itself
    throw new ApiError(limit.aborted ? 'timed-out' : await findWhy(lost, server, isFile && url), '', { cause })
  })
  if (response.type === 'opaqueredirect') throw new ApiError('unreadable', '') // most likely to a login page
  const hasLeft = response.redirected && new URL(response.url).origin !== url.origin
  if (hasLeft && !(isFile && response.ok)) throw new ApiError('elsewhere', new URL(response.url).origin)
  return response
}

/** The headers that say who asks. */
function proofOf(auth: Credentials['auth'], method: Method): Record<string, string> {
  switch (auth.scheme) {
    case 'key':
      return { Authorization: `Token ${sendable(auth.token)}` }
    case 'oauth':
      return { Authorization: `Bearer ${sendable(auth.accessToken)}` }
    case 'session': // the browser adds the cookie; writes prove besides that this page may read it [1521, 1522]
      return method === 'GET' ? {} : { 'X-CSRFToken': /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '' }
    case 'password': {
      const bytes = new TextEncoder().encode(`${auth.username}:${auth.password}`)
      return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
    }
  }
}

/** A key with letters that no key has cannot even be sent; the server would not know it either. */
function sendable(key: string): string {
  if (/^[\x20-\x7E]*$/.test(key)) return key
  throw new ApiError('signed-out', '')
}

/** A request of a connection: refused credentials are renewed, and a request that did nothing is sent again. */
async function ask(id: string, method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
  for (let renewals = 0; ; renewals += 1) {
    const used = connections.require(id)
    if (renew && renewals === 0 && isEnding(used.auth)) {
      await untilAborted(renew(used), options.signal)
      continue
    }
    const response = await attempt(method, path, used, options)
    const isRefused = await isNobodys(response, used, { method, path }, () => attempt('GET', 'me/', used, {}))
    if (response.ok && !isRefused) return response
    if (!isRefused) throw await ApiError.from(response)
    if (!renew || renewals === MAX_RENEWALS) throw await signedOut(response)
    if (connections.find(id)?.auth === used.auth) await untilAborted(renew(used), options.signal)
  }
}

/** Whoever gives up a request does not wait for somebody to sign in. */
function untilAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

async function read<Schema extends z.ZodMiniType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
  const { status } = response
  const body: unknown = await whole(response, response.json())
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('unreadable', describeIssues(parsed.error), { status, cause: parsed.error })
}

/** A file. A web page or JSON in the place of one that is neither comes from something else than was asked. */
async function readFile(response: Response, mimetype: string): Promise<Blob> {
  const { status } = response
  const file = await whole(response, response.blob())
  const [, foreign] = /^(text\/html|application\/json)\b/.exec(response.headers.get('Content-Type') ?? '') ?? []
  if (file.size > 0 && (foreign === undefined || mimetype.startsWith(foreign))) return file
  throw new ApiError('unreadable', '', { status })
}

/** The body, or why it broke off. */
const whole = <Body>({ status }: Response, body: Promise<Body>) =>
  body.catch((cause: unknown) => {
    throw isAbort(cause) ? cause : new ApiError(kindOfBrokenBody(cause), '', { status, cause })
  })

const isAbort = (cause: unknown) => cause instanceof DOMException && cause.name === 'AbortError'

/** What it means if no answer comes to what is sent now. A network that goes later may have carried it. */
export const unanswered = (): ApiErrorKind => (navigator.onLine ? 'offline' : 'no-network')

/** An answer that began and did not end: no JSON at all, our time limit, or a network cut in the middle. */
function kindOfBrokenBody(cause: unknown): ApiErrorKind {
  if (cause instanceof SyntaxError) return 'unreadable'
  return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timed-out' : 'offline'
}

/** The first things that differ from our schema, for a report: `results.0.uid: Invalid input`. */
const describeIssues = ({ issues }: z.core.$ZodError) =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('\n')

type Requests = (method: Method, path: string, options?: RequestOptions) => Promise<Response>

/** The requests that there are. `path` starts at the server's root, without the slash: `api/v2/assets/`, `token/`. */
const requestsOf = (request: Requests, server: () => ServerNames) => ({
  get: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('GET', path, options), schema),
  post: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('POST', path, options), schema),
  patch: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('PATCH', path, options), schema),
  /** Done where KPI says 204 [0417]; anything else, a login page's 200 say, comes from somebody else. */
  delete: async (path: string, options?: RequestOptions) => {
    const { status } = await request('DELETE', path, options)
    if (status !== 204) throw new ApiError('unreadable', '', { status })
  },
  /** Deleting many, where KPI says in words what became of them [0893]. */
  remove: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('DELETE', path, options), schema),
  /** A file: attachments, spreadsheets. They need the key, so an `<img src>` cannot fetch them [0876]. */
  blob: async (path: string, { mimetype = '', ...options }: FileOptions = {}) =>
    readFile(await request('GET', path, { ...options, isFile: true }), mimetype),
  /** The path of a URL in an answer: see {@link pathOfUrl}. */
  pathOf: (url: string) => pathOfUrl(url, server()),
})

/**
 * KPI, as the connection whose cache this is sees it. Every request passes here: it carries the connection's
 * credentials, and each failure becomes an {@link ApiError}.
 */
export const kpiOf = (client: QueryClient) =>
  requestsOf(
    (method, path, options) => ask(boundTo.get(client) ?? '', method, path, options),
    () => connections.require(boundTo.get(client) ?? ''),
  )

/** The same with credentials that are no connection yet: for signing in. */
export const kpiAs = (credentials: Credentials) =>
  requestsOf(
    async (method, path, options = {}) => {
      const response = await attempt(method, path, credentials, options)
      if (!response.ok) throw await ApiError.from(response)
      return response
    },
    () => credentials,
  )

/** A JSON file served beside the app itself, with no connection and no key. */
export async function ownFile<Schema extends z.ZodMiniType>(name: string, schema: Schema, signal: AbortSignal) {
  const lost = unanswered()
  const response = await fetch(new URL(name, document.baseURI), { signal, cache: 'no-cache' }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError(lost, '', { cause })
    },
  )
  if (!response.ok) throw await ApiError.from(response)
  return read(response, schema)
}

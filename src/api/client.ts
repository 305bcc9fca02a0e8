import type { QueryClient } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { pathOfUrl, type ServerOrigins, urlOf } from './addresses.ts'
import { type Auth, type Connection, connections } from './connection.ts'
import { ApiError, type ApiErrorKind } from './errors.ts'
import { isExpiring, isUnauthenticated, signedOutError } from './unauthenticated.ts'

/** Sends a request and returns the response: `fetch`, or the demo server. */
export type Transport = (request: Request) => Promise<Response>

interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>
  /** Sent as JSON; a `FormData` as multipart. */
  body?: unknown
  signal?: AbortSignal
  /** Milliseconds. */
  timeout?: number
  /** Whether the response is a file: it can have any type, and come from a file storage to which the server redirects. */
  isFile?: boolean
}

interface FileOptions extends RequestOptions {
  /** The expected type of the file. */
  mimetype?: string
}

/** Credentials for a request; `password` is only for `/token/`. */
export interface Credentials {
  server: string
  auth: Auth | { scheme: 'password'; username: string; password: string }
}

/**
 * Gets new credentials for a connection whose credentials the server refused, by a token refresh or a new sign-in.
 * @throws ApiError `signed-out` if there are none
 */
export type RenewCredentials = (refused: Connection) => Promise<void>

/** Finds out why there was no readable response; `file` is the URL if a file was requested. */
export type DiagnoseFailure = (kind: ApiErrorKind, server: string, file: URL | false) => Promise<ApiErrorKind>

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const DEFAULT_TIMEOUT = 60_000
const MAX_RENEWALS = 2

const transports = new Map<string, Transport>()
const connectionIds = new WeakMap<QueryClient, string>()
let language = 'en'
let renew: RenewCredentials | undefined
let resolveRenewal: ((renewal: RenewCredentials) => void) | undefined
let diagnose: DiagnoseFailure = async (kind) => kind

/** Replaces `fetch` for one origin: the demo server runs in the page. */
export const setTransport = (origin: string, transport: Transport) => void transports.set(origin, transport)

/** Sends a request unchanged, to the network or the demo server. */
export const send: Transport = (request) => (transports.get(new URL(request.url).origin) ?? fetch)(request)

/** Sets the language of KPI's messages [1510]. */
export const setServerLanguage = (next: string) => void (language = next)

/** Sets the function that renews credentials. */
export function setRenewCredentials(renewal: RenewCredentials) {
  renew = renewal
  resolveRenewal?.(renewal)
  resolveRenewal = undefined
}

/** Refused requests wait from now on for `setRenewCredentials`: the code that sets it is still loading. */
export function waitForRenewCredentials() {
  const { promise, resolve } = Promise.withResolvers<RenewCredentials>()
  resolveRenewal = resolve
  renew = async (refused) => (await promise)(refused)
}

/** Sets the function that finds out why a request had no response. */
export const setDiagnoseFailure = (find: DiagnoseFailure) => void (diagnose = find)

/** Binds a query client to a connection: its requests use this connection, whichever is current. */
export const bindCache = (client: QueryClient, id: string) => void connectionIds.set(client, id)

/** The connection of a query client; `undefined` if it was removed. */
export const connectionOf = (client: QueryClient) => connections.find(connectionIds.get(client) ?? '')

/** Sends one request with these credentials. Returns any response. @throws ApiError if there is none. */
async function sendRequest(method: Method, path: string, { server, auth }: Credentials, options: RequestOptions) {
  const { query = {}, body, signal, timeout = DEFAULT_TIMEOUT, isFile = false } = options
  const url = urlOf(server, path)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  const isJson = body !== undefined && !(body instanceof FormData)
  const timeoutSignal = AbortSignal.timeout(timeout)
  const failure = kindOfNoResponse()

  const response = await send(
    new Request(url, {
      method,
      headers: {
        Accept: isFile ? '*/*' : 'application/json', // KPI has no file as JSON [0356; NOTES, Requests in general]
        'Accept-Language': language,
        ...authHeadersOf(auth, method),
        ...(isJson && { 'Content-Type': 'application/json' }),
      },
      body: isJson ? JSON.stringify(body) : (body ?? null),
      signal: signal ? AbortSignal.any([signal, timeoutSignal]) : timeoutSignal,
      credentials: auth.scheme === 'session' ? 'same-origin' : 'omit',
      // A GET may be redirected: browsers then remove credentials for another origin. KPI redirects no write, and browsers
      // would send custom headers such as X-CSRFToken along.
      redirect: method === 'GET' ? 'follow' : 'manual',
      cache: 'no-store',
    }),
  ).catch(async (cause: unknown) => {
    if (signal?.aborted) throw cause // TanStack Query expects the abort itself
    throw new ApiError(timeoutSignal.aborted ? 'timed-out' : await diagnose(failure, server, isFile && url), '', {
      cause,
    })
  })
  if (response.type === 'opaqueredirect') throw new ApiError('unreadable', '') // most likely to a login page
  const isElsewhere = response.redirected && new URL(response.url).origin !== url.origin
  if (isElsewhere && !(isFile && response.ok)) throw new ApiError('elsewhere', new URL(response.url).origin)
  return response
}

/** The headers that authenticate a request. */
function authHeadersOf(auth: Credentials['auth'], method: Method): Record<string, string> {
  switch (auth.scheme) {
    case 'key':
      return { Authorization: `Token ${requireSendable(auth.token)}` }
    case 'oauth':
      return { Authorization: `Bearer ${requireSendable(auth.accessToken)}` }
    case 'session': // the browser adds the cookie; writes need the CSRF token, too [1521, 1522]
      return method === 'GET' ? {} : { 'X-CSRFToken': /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '' }
    case 'password': {
      const bytes = new TextEncoder().encode(`${auth.username}:${auth.password}`)
      return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
    }
  }
}

/** `fetch` throws for header values with other characters, which no valid key contains. */
function requireSendable(key: string): string {
  if (/^[\x20-\x7E]*$/.test(key)) return key
  throw new ApiError('signed-out', '')
}

/** Sends a request of a connection. If the credentials are refused, it renews them and sends the request again. */
async function requestWithRenewal(
  id: string,
  method: Method,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  for (let renewals = 0; ; renewals += 1) {
    const used = connections.require(id)
    if (renew && renewals === 0 && isExpiring(used.auth)) {
      await orAborted(renew(used), options.signal)
      continue
    }
    const response = await sendRequest(method, path, used, options)
    const isRefused = await isUnauthenticated(response, used, { method, path }, () =>
      sendRequest('GET', 'me/', used, {}),
    )
    if (response.ok && !isRefused) return response
    if (!isRefused) throw await ApiError.from(response)
    if (!renew || renewals === MAX_RENEWALS) throw await signedOutError(response)
    if (connections.find(id)?.auth === used.auth) await orAborted(renew(used), options.signal)
  }
}

/** Rejects when the signal aborts, so that a cancelled request does not wait for a sign-in. */
function orAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

async function readJson<Schema extends z.ZodMiniType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
  const { status } = response
  const body: unknown = await readBody(response, response.json())
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('unreadable', describeIssues(parsed.error), { status, cause: parsed.error })
}

/** Reads a file. @throws ApiError `unreadable` for HTML or JSON, unless that is the expected type. */
async function readFile(response: Response, mimetype: string): Promise<Blob> {
  const { status } = response
  const file = await readBody(response, response.blob())
  const [, foreign] = /^(text\/html|application\/json)\b/.exec(response.headers.get('Content-Type') ?? '') ?? []
  if (file.size > 0 && (foreign === undefined || mimetype.startsWith(foreign))) return file
  throw new ApiError('unreadable', '', { status })
}

/** The body. @throws ApiError if the transfer fails. */
const readBody = <Body>({ status }: Response, body: Promise<Body>) =>
  body.catch((cause: unknown) => {
    throw isAbort(cause) ? cause : new ApiError(kindOfBrokenBody(cause), '', { status, cause })
  })

const isAbort = (cause: unknown) => cause instanceof DOMException && cause.name === 'AbortError'

/** The error kind if the next request gets no response. Call it before sending: offline means that nothing is sent. */
export const kindOfNoResponse = (): ApiErrorKind => (navigator.onLine ? 'offline' : 'no-network')

/** The error kind of a body that could not be read: invalid JSON, our timeout, or a lost connection. */
function kindOfBrokenBody(cause: unknown): ApiErrorKind {
  if (cause instanceof SyntaxError) return 'unreadable'
  return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timed-out' : 'offline'
}

/** The first three issues, for a bug report: `results.0.uid: Invalid input`. */
const describeIssues = ({ issues }: z.core.$ZodError) =>
  issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('\n')

type SendRequest = (method: Method, path: string, options?: RequestOptions) => Promise<Response>

/** The methods of a client. `path` is relative to the server's address: `api/v2/assets/`, `token/`. */
const createClient = (request: SendRequest, server: () => ServerOrigins) => ({
  get: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    readJson(await request('GET', path, options), schema),
  post: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    readJson(await request('POST', path, options), schema),
  patch: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    readJson(await request('PATCH', path, options), schema),
  /** KPI answers 204 [0417]. @throws ApiError `unreadable` for any other status, such as a login page's 200. */
  delete: async (path: string, options?: RequestOptions) => {
    const { status } = await request('DELETE', path, options)
    if (status !== 204) throw new ApiError('unreadable', '', { status })
  },
  /** Bulk deletion, which KPI answers with a message [0893]. */
  remove: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    readJson(await request('DELETE', path, options), schema),
  /** A file. Files need credentials, so that `<img src>` cannot load them [0876]. */
  blob: async (path: string, { mimetype = '', ...options }: FileOptions = {}) =>
    readFile(await request('GET', path, { ...options, isFile: true }), mimetype),
  /** The path of a URL in an answer: see {@link pathOfUrl}. */
  pathOf: (url: string) => pathOfUrl(url, server()),
})

/**
 * The KPI client of the connection to which a query client is bound. It sends the connection's credentials. Every failure
 * is an {@link ApiError}.
 */
export const kpiOf = (client: QueryClient) =>
  createClient(
    (method, path, options) => requestWithRenewal(connectionIds.get(client) ?? '', method, path, options),
    () => connections.require(connectionIds.get(client) ?? ''),
  )

/** A KPI client with credentials that are not a connection yet, for signing in. */
export const kpiAs = (credentials: Credentials) =>
  createClient(
    async (method, path, options = {}) => {
      const response = await sendRequest(method, path, credentials, options)
      if (!response.ok) throw await ApiError.from(response)
      return response
    },
    () => credentials,
  )

/** Loads a JSON file from the app's own site, without credentials. */
export async function fetchSiteFile<Schema extends z.ZodMiniType>(name: string, schema: Schema, signal: AbortSignal) {
  const failure = kindOfNoResponse()
  const response = await fetch(new URL(name, document.baseURI), { signal, cache: 'no-cache' }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError(failure, '', { cause })
    },
  )
  if (!response.ok) throw await ApiError.from(response)
  return readJson(response, schema)
}

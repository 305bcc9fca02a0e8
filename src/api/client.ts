import type * as z from 'zod/mini'
import { type Connection, connection } from './connection.ts'
import { ApiError, type ApiErrorKind } from './errors.ts'

/** Sends a request and gives the answer. `fetch`, or the demo server's. */
export type Transport = (request: Request) => Promise<Response>

interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>
  /** Sent as JSON; a `FormData` as multipart. */
  body?: unknown
  signal?: AbortSignal
  /** Milliseconds until we give up waiting. */
  timeout?: number
  /** In place of the connection in use: for signing in. */
  as?: Credentials
}

/** Whom a request speaks for: an account's key, or a name and password on their way to `/token/`. */
export type Credentials = Pick<Connection, 'server'> & ({ token: string } | { username: string; password: string })

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const DEFAULT_TIMEOUT = 60_000

const transports = new Map<string, Transport>()
let language = 'en'

/** Replaces the network for one origin: the demo answers in the page. */
export const setTransport = (origin: string, transport: Transport) => void transports.set(origin, transport)

const send: Transport = (request) => (transports.get(new URL(request.url).origin) ?? fetch)(request)

/** The interface's language: KPI words its messages in it [1510]. */
export const setServerLanguage = (next: string) => void (language = next)

/**
 * Every request to KPI passes here: it adds the key, and turns each failure into an {@link ApiError}.
 * `path` starts at the server's root, without the slash: `api/v2/assets/`, `token/`.
 */
async function request(method: Method, path: string, options: RequestOptions = {}): Promise<Response> {
  const { query = {}, body, signal, timeout = DEFAULT_TIMEOUT, as = connection.require() } = options
  const url = new URL(`${as.server}/${path}`)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value))
  const isJson = body !== undefined && !(body instanceof FormData)
  const limit = AbortSignal.timeout(timeout)

  const response = await send(
    new Request(url, {
      method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        Authorization: authorizationOf(as),
        ...(isJson && { 'Content-Type': 'application/json' }),
      },
      body: isJson ? JSON.stringify(body) : (body ?? null),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      credentials: 'omit',
    }),
  ).catch((cause: unknown) => {
    if (signal?.aborted) throw cause // TanStack Query expects the abort itself
    throw new ApiError(limit.aborted ? 'timed-out' : 'offline', '', { cause })
  })
  if (!response.ok) throw await ApiError.from(response)
  return response
}

function authorizationOf(credentials: Credentials): string {
  if ('token' in credentials) return `Token ${credentials.token}`
  const bytes = new TextEncoder().encode(`${credentials.username}:${credentials.password}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}

async function read<Schema extends z.ZodMiniType>(response: Response, schema: Schema): Promise<z.output<Schema>> {
  const { status } = response
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw isAbort(cause) ? cause : new ApiError(kindOfBrokenBody(cause), '', { status, cause })
  })
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiError('unreadable', describeIssues(parsed.error), { status, cause: parsed.error })
}

const isAbort = (cause: unknown) => cause instanceof DOMException && cause.name === 'AbortError'

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

export const kpi = {
  get: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('GET', path, options), schema),
  post: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('POST', path, options), schema),
  patch: async <Schema extends z.ZodMiniType>(path: string, schema: Schema, options?: RequestOptions) =>
    read(await request('PATCH', path, options), schema),
  delete: async (path: string, options?: RequestOptions) => void (await request('DELETE', path, options)),
  /** A file: attachments, spreadsheets. They need the key, so an `<img src>` cannot fetch them [0876]. */
  blob: async (path: string, options?: RequestOptions) => (await request('GET', path, options)).blob(),
  /**
   * Whether anything answers at an address. Browsers do not say why a request failed; one that asks for no reply to
   * be read passes where only the server's list of allowed sites stood in the way [1702].
   */
  answersAtAll: async (server: string) =>
    send(new Request(`${server}/token/`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' })).then(
      () => true,
      () => false,
    ),
}

/** A JSON file served beside the app itself, with no connection and no key. */
export async function ownFile<Schema extends z.ZodMiniType>(name: string, schema: Schema, signal: AbortSignal) {
  const response = await fetch(new URL(name, document.baseURI), { signal, cache: 'no-cache' }).catch(
    (cause: unknown) => {
      if (signal.aborted) throw cause
      throw new ApiError('offline', '', { cause })
    },
  )
  if (!response.ok) throw await ApiError.from(response)
  return read(response, schema)
}

/**
 * The path of a URL in an answer, to be asked of the connection. Answers name the server as it knows itself,
 * which behind a proxy is another origin: only path and query count, and the key goes nowhere else.
 */
export function pathOfUrl(url: string, server = connection.require().server): string {
  const { pathname, search } = new URL(url, 'https://kpi.invalid')
  const base = new URL(server, 'https://kpi.invalid').pathname.replace(/\/$/, '')
  const own = base !== '' && pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname
  return own.slice(1) + search
}

/** Last part of a resource's URL: the username of `…/users/bob/`, the codename of `…/permissions/view_asset/`. */
export const lastSegment = (url: string) => decodeURIComponent(url.replace(/\/+$/, '').split('/').at(-1) ?? '')

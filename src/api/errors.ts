/** Why a request failed, in the terms the interface reacts to. */
export type ApiErrorKind =
  | 'no-network' // the browser had no network to begin with: nothing was sent
  | 'offline' // no answer came back, and the browser or the network says why
  | 'not-allowed' // the server answers, but not so that pages of this site may read it (CORS)
  | 'file-not-allowed' // the same of a file, from a server that lets the site read all else
  | 'timed-out' // no answer within our own limit
  | 'signed-out' // 401
  | 'other-account' // carried out, but for another account: that of the session in this browser. `message` is its name
  | 'forbidden' // 403
  | 'not-found' // 404: gone, or not shared with this account
  | 'conflict' // somebody else changed it meanwhile (409, or found by reading again before a write)
  | 'throttled' // 429
  | 'rejected' // any other 4xx; KPI says why
  | 'server-fault' // 5xx
  | 'unreadable' // an answer whose body is not what our schema promises: a login page, a proxy's page, another server
  | 'elsewhere' // an address in an answer, or a redirection, that leads away from the connection's server

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    /** Set where the place itself shows the error, so that no notification repeats it. */
    mutationMeta: { showsError?: boolean }
    queryMeta: { showsError?: boolean }
  }
}

/** Keys under which KPI words a refusal of the whole request: DRF's, compile errors' [0220-c], imports'. */
const GENERAL_KEYS = new Set(['detail', 'error', 'non_field_errors', 'message'])

interface ApiErrorOptions extends ErrorOptions {
  /** HTTP status, where there was an answer. */
  status?: number
  /** KPI's messages by form field. */
  fields?: Record<string, string>
  /** Seconds, from `Retry-After`; unreadable across origins [1713]. */
  retryAfter?: number
}

/** The only error that leaves `src/api`. `message` is in the server's own words, or empty where it gave none; some kinds say what else. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly status: number | undefined
  /** KPI's messages by form field, for showing beside the inputs. */
  readonly fields: Readonly<Record<string, string>>
  readonly retryAfter: number | undefined
  /** When it happened, in milliseconds since 1970. */
  readonly at = Date.now()

  constructor(
    kind: ApiErrorKind,
    message: string,
    { status, fields = {}, retryAfter, ...options }: ApiErrorOptions = {},
  ) {
    super(message, options)
    this.kind = kind
    this.status = status
    this.fields = fields
    this.retryAfter = retryAfter
  }

  /** Reads a refusal. Never throws itself: an HTML body (a proxy's 502) gives an error without words. */
  static async from(response: Response): Promise<ApiError> {
    const { status } = response
    const retryAfter = secondsOf(response.headers.get('Retry-After') ?? '')
    const json: unknown = await response.json().catch(() => null)
    const isJson = typeof json === 'object' && json !== null
    // Texts by field, as one text or a list [0400, 0624], sometimes nested; or a list of texts [2134].
    const entries = Object.entries(isJson && !Array.isArray(json) ? json : {}).map(
      ([key, value]) => [key, wordsOf(value)] as const,
    )
    const worded = entries.filter(([, words]) => words)
    const general = worded.find(([key]) => GENERAL_KEYS.has(key))
    const fields = Object.fromEntries(worded.filter(([key]) => !GENERAL_KEYS.has(key)))
    const message = general?.[1] ?? wordsOf(json)
    const kind = kindOf(status, isJson)
    return new ApiError(kind, message, { status, fields, ...(retryAfter !== undefined && { retryAfter }) })
  }
}

/** `Retry-After` names seconds, or (proxies do) a date. */
function secondsOf(header: string): number | undefined {
  const seconds = Number(header) || (Date.parse(header) - Date.now()) / 1000
  return seconds > 0 ? seconds : undefined
}

/** Of what became of one of many, the `message` only: the rest are uuids [2107]. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const parts = 'message' in value ? [value.message] : Object.values(value)
  return parts.map(wordsOf).filter(Boolean).join('\n')
}

function kindOf(status: number, isJson: boolean): ApiErrorKind {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 429) return 'throttled'
  if (status >= 500) return 'server-fault'
  return isJson ? 'rejected' : 'unreadable'
}

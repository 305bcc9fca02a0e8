/** Why a request failed. The interface has a text for each kind. */
export type ApiErrorKind =
  | 'no-network' // the browser was offline: nothing was sent
  | 'offline' // no response
  | 'not-allowed' // the server does not allow this site (CORS)
  | 'file-not-allowed' // the server allows this site, but not for files (CORS)
  | 'timed-out' // no response within our timeout
  | 'signed-out' // 401
  | 'other-account' // the change was made, but by another account, whose name is in `message`: the session's
  | 'forbidden' // 403
  | 'not-found' // 404: gone, or not shared with this account
  | 'conflict' // somebody else changed it meanwhile (409, or detected by a query before a write)
  | 'throttled' // 429
  | 'rejected' // any other 4xx; KPI says why
  | 'server-fault' // 5xx
  | 'unreadable' // a response that does not match our schema: a login page, a proxy's page, another server
  | 'elsewhere' // a URL in a response, or a redirect, to another server than the connection's

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    /** Set if the component shows the error, so that there is no notification. */
    mutationMeta: { showsError?: boolean }
    queryMeta: { showsError?: boolean }
  }
}

/** Keys of messages about the whole request: DRF's, compile errors' [0220-c], imports'. */
const GENERAL_KEYS = new Set(['detail', 'error', 'non_field_errors', 'message'])

interface ApiErrorOptions extends ErrorOptions {
  /** HTTP status, if there was a response. */
  status?: number
  /** KPI's messages by form field. */
  fields?: Record<string, string>
  /** Seconds, from `Retry-After`; unreadable across origins [1713]. */
  retryAfter?: number
}

/** The only error that `src/api` throws. `message` is the server's message or empty, except as noted at {@link ApiErrorKind}. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly status: number | undefined
  /** KPI's messages by form field, for showing beside the inputs. */
  readonly fields: Readonly<Record<string, string>>
  readonly retryAfter: number | undefined
  /** When it happened, in milliseconds since 1970. */
  readonly occurredAt = Date.now()

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

  /** Creates the error of a response. Never throws: an HTML body (a proxy's 502) gives an empty message. */
  static async from(response: Response): Promise<ApiError> {
    const { status } = response
    const retryAfter = retryAfterSeconds(response.headers.get('Retry-After') ?? '')
    const json: unknown = await response.json().catch(() => null)
    const isJson = typeof json === 'object' && json !== null
    // Texts by field, as one text or a list [0400, 0624], sometimes nested; or a list of texts [2134].
    const entries = Object.entries(isJson && !Array.isArray(json) ? json : {}).map(
      ([key, value]) => [key, messageOf(value)] as const,
    )
    const messages = entries.filter(([, message]) => message)
    const general = messages.find(([key]) => GENERAL_KEYS.has(key))
    const fields = Object.fromEntries(messages.filter(([key]) => !GENERAL_KEYS.has(key)))
    const message = general?.[1] ?? messageOf(json)
    const kind = kindOf(status, isJson)
    return new ApiError(kind, message, { status, fields, ...(retryAfter !== undefined && { retryAfter }) })
  }
}

/** `Retry-After` is in seconds, or, from proxies, a date. */
function retryAfterSeconds(header: string): number | undefined {
  const seconds = Number(header) || (Date.parse(header) - Date.now()) / 1000
  return seconds > 0 ? seconds : undefined
}

/** The texts in a value, one per line. Of results of a bulk action only the `message`: the rest are uuids [2107]. */
function messageOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const parts = 'message' in value ? [value.message] : Object.values(value)
  return parts.map(messageOf).filter(Boolean).join('\n')
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

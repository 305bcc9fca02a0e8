const JSON_HEADERS = { 'Content-Type': 'application/json' }

export const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: JSON_HEADERS })

/** The response to a successful DELETE [0417]. */
export const noContent = () => new Response(null, { status: 204 })

/** Error responses with KPI's English texts. Handlers throw them. */
export const errorResponse = (status: number, body: object) => json(body, status)
export const notFound = (detail = 'Not found.') => errorResponse(404, { detail })
export const forbidden = () => errorResponse(403, { detail: 'You do not have permission to perform this action.' })
export const unauthorized = (detail = 'Authentication credentials were not provided.') => errorResponse(401, { detail })
export const methodNotAllowed = (method: string) => errorResponse(405, { detail: `Method "${method}" not allowed.` })
/** KPI cannot answer in any of the types in the `Accept` header [1505]. */
export const notAcceptable = () => errorResponse(406, { detail: 'Could not satisfy the request Accept header.' })
export const badRequest = (body: object) => errorResponse(400, body)
/** KPI answers 500 when it crashes, also for some requests that deserve a 4xx. */
export const serverError = () => errorResponse(500, { error: 'Server Error (500)' })

const DEFAULT_LIMIT = 100
/** KPI shortens larger pages to this size without an error [0950]. */
const MAX_LIMIT = 1000

export interface PageRequest {
  start: number
  limit: number
}

/**
 * Reads the requested page of a list from `limit` and `start` (or its alias `offset`), or from `page` and `page_size`
 * [0305-0307].
 */
export function pageRequest(query: URLSearchParams): PageRequest {
  const page = wholeNumber(query.get('page'))
  const limit = Math.min(
    wholeNumber(query.get('limit')) || wholeNumber(query.get('page_size')) || DEFAULT_LIMIT,
    MAX_LIMIT,
  )
  const start =
    wholeNumber(query.get('start')) || wholeNumber(query.get('offset')) || (page > 1 ? (page - 1) * limit : 0)
  return { start, limit }
}

const wholeNumber = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : 0)

/**
 * A page of a list in KPI's envelope. `next` and `previous` use `start`; the other query parameters are kept, sorted.
 */
export function paged(url: URL, count: number, { start, limit }: PageRequest, results: unknown[]) {
  const link = (pageStart: number) => {
    const query = new URLSearchParams(url.searchParams)
    query.set('limit', String(limit))
    query.delete('start')
    if (pageStart > 0) query.set('start', String(pageStart))
    query.sort()
    return `${url.origin}${url.pathname}?${query}`
  }
  return {
    count,
    next: start + limit < count ? link(start + limit) : null,
    previous: start > 0 ? link(Math.max(0, start - limit)) : null,
    results,
  }
}

/** The requested page of a list, each item as `serialize` gives it; see {@link paged}. */
export function pageOf<Item>(url: URL, items: readonly Item[], serialize: (item: Item) => unknown = (item) => item) {
  const page = pageRequest(url.searchParams)
  const results = items.slice(page.start, page.start + page.limit).map((item) => serialize(item))
  return paged(url, items.length, page, results)
}

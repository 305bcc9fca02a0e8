const JSON_TYPE = { 'Content-Type': 'application/json' }

export const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: JSON_TYPE })

/** DELETE: nothing [0417]. */
export const noContent = () => new Response(null, { status: 204 })

/** Refusals as KPI words them in English. Handlers throw these. */
export const refusal = (status: number, body: object) => json(body, status)
export const notFound = () => refusal(404, { detail: 'Not found.' })
export const forbidden = () => refusal(403, { detail: 'You do not have permission to perform this action.' })
export const unauthorized = (detail = 'Authentication credentials were not provided.') => refusal(401, { detail })
export const methodNotAllowed = (method: string) => refusal(405, { detail: `Method "${method}" not allowed.` })
/** What KPI has in no type that the request accepts [1505]. */
export const notAcceptable = () => refusal(406, { detail: 'Could not satisfy the request Accept header.' })
export const badRequest = (body: object) => refusal(400, body)
/** What KPI answers where something in it breaks, 4xx due or not. */
export const serverFault = () => refusal(500, { error: 'Server Error (500)' })

const DEFAULT_LIMIT = 100
/** Larger pages are cut to this without a word [0950]. */
const MAX_LIMIT = 1000

export interface PageRequest {
  start: number
  limit: number
}

/**
 * Which part of a list is asked for: `limit` and `start`, or its alias `offset`, or `page` and `page_size`
 * [0305-0307].
 */
export function pageRequest(query: URLSearchParams): PageRequest {
  const page = number(query.get('page'))
  const limit = Math.min(number(query.get('limit')) || number(query.get('page_size')) || DEFAULT_LIMIT, MAX_LIMIT)
  const start = number(query.get('start')) || number(query.get('offset')) || (page > 1 ? (page - 1) * limit : 0)
  return { start, limit }
}

const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : 0)

/** KPI's envelope of lists, its `next` and `previous` by `start`, other parameters kept and sorted. */
export function paged(url: URL, count: number, { start, limit }: PageRequest, results: unknown[]) {
  const link = (at: number) => {
    const query = new URLSearchParams(url.searchParams)
    query.set('limit', String(limit))
    query.delete('start')
    if (at > 0) query.set('start', String(at))
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

import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { Transport } from '#/demo/transport.ts'

/** How many projects a search for {@link LARGE_LIST} finds. */
export const LIST_LENGTH = 10_000
/** A search for this word finds so many projects: each is made as it is asked for, and can only be listed. */
export const LARGE_LIST = 'tenthousand'

const MODEL = DEMO_PROJECTS.household.uid
const ASSETS = '/api/v2/assets/'

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })

/** The demo, and a list of 10,000 projects like one of its own. */
export function withLargeList(demo: Transport): Transport {
  return async (request) => {
    const url = new URL(request.url)
    const isList = url.pathname === ASSETS || url.pathname === `${ASSETS}counts/`
    if (!isList || url.searchParams.get('q')?.includes(LARGE_LIST) !== true) return demo(request)
    if (url.pathname !== ASSETS) return json({ deployed_count: LIST_LENGTH, archived_count: 0, draft_count: 0 })
    const answer = await demo(new Request(`${url.origin}${ASSETS}?q=uid:${MODEL}`, request))
    const { results } = (await answer.json()) as { results: object[] }
    const [start, limit] = ['start', 'limit'].map((name) => Number(url.searchParams.get(name) ?? 0))
    const length = Math.max(0, Math.min(limit ?? 0, LIST_LENGTH - (start ?? 0)))
    return json({
      count: LIST_LENGTH,
      next: null,
      previous: null,
      results: Array.from({ length }, (_, index) => ({
        ...results[0],
        uid: `aList${(start ?? 0) + index}`,
        name: `Project ${(start ?? 0) + index + 1} of the large list`,
      })),
    })
  }
}

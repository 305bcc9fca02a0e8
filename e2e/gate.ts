import { withCors } from '../tooling/cors.ts'
import { serveHttp } from '../tooling/http-server.ts'

/** A request as it arrived. */
interface Arrived {
  method: string
  url: URL
  headers: Headers
}

type Answer = (request: Request, url: URL) => Response | undefined | Promise<Response | undefined>

/** A server that answers pages of any site, and keeps what it was asked. */
export async function startStore(answer: () => Response) {
  const arrived: Arrived[] = []
  const { address, stop } = await serveHttp(async ({ method, url, headers }) => {
    arrived.push({ method, url: new URL(url), headers })
    const response = method === 'OPTIONS' ? new Response(null) : answer()
    response.headers.set('Access-Control-Allow-Origin', '*')
    response.headers.set('Access-Control-Allow-Headers', '*, authorization, x-csrftoken')
    response.headers.set('Access-Control-Allow-Methods', '*')
    return response
  })
  return { address, arrived, stop }
}

/**
 * Stands before a KPI as a proxy does: the KPI names itself in its answers by another origin. What `answer` gives goes
 * out in the KPI's place.
 */
export async function startGate(kpi: string, site: string, answer: Answer) {
  const arrived: Arrived[] = []
  const pass = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const { method, headers } = request
    const body = method === 'GET' || method === 'DELETE' ? null : await request.arrayBuffer()
    const answered = await fetch(new URL(pathname + search, kpi), { method, headers, body })
    const { status } = answered
    return new Response(status === 204 ? null : await answered.arrayBuffer(), {
      status,
      headers: { 'Content-Type': answered.headers.get('Content-Type') ?? '' },
    })
  }
  const { address, stop } = await serveHttp(
    withCors(
      async (request) => {
        const url = new URL(request.url)
        arrived.push({ method: request.method, url, headers: request.headers })
        return (await answer(request, url)) ?? pass(request)
      },
      [new URL(site).origin],
    ),
  )
  return { address, arrived, stop }
}

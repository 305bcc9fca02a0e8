import { withCors } from '../tooling/cors.ts'
import { serveHttp } from '../tooling/http-server.ts'

/** A request that a server received. */
interface ReceivedRequest {
  method: string
  url: URL
  headers: Headers
}

type Answer = (request: Request, url: URL) => Response | undefined | Promise<Response | undefined>

/** A server that responds to pages of any site, and records its requests. */
export async function startFileHost(answer: () => Response) {
  const requests: ReceivedRequest[] = []
  const { address, stop } = await serveHttp(async ({ method, url, headers }) => {
    requests.push({ method, url: new URL(url), headers })
    const response = method === 'OPTIONS' ? new Response(null) : answer()
    response.headers.set('Access-Control-Allow-Origin', '*')
    response.headers.set('Access-Control-Allow-Headers', '*, authorization, x-csrftoken')
    response.headers.set('Access-Control-Allow-Methods', '*')
    return response
  })
  return { address, requests, stop }
}

/**
 * A reverse proxy for a KPI, which uses another origin for itself in its responses. What `answer` returns replaces the
 * response of the KPI.
 */
export async function startProxy(kpi: string, site: string, answer: Answer) {
  const requests: ReceivedRequest[] = []
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
        requests.push({ method: request.method, url, headers: request.headers })
        return (await answer(request, url)) ?? pass(request)
      },
      [new URL(site).origin],
    ),
  )
  return { address, requests, stop }
}

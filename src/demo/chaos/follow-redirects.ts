import type { Transport } from '#/demo/transport.ts'
import { connectionLost } from './streams.ts'

/** As a browser's `fetch` does: the page sees what is at the end of a redirection, or nothing. */
export function followRedirects(transport: Transport): Transport {
  return async (request) => {
    const answer = await transport(request)
    const next = answer.headers.get('Location')
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer
    if (request.redirect === 'error') throw connectionLost()
    if (request.redirect === 'manual') {
      return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    }
    const { headers, signal } = request
    const url = new URL(next, request.url)
    const last = await transport(new Request(url, { headers, signal }))
    return Object.defineProperties(last, { redirected: { value: true }, url: { value: url.href } })
  }
}

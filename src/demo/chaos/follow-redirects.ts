import type { Transport } from '#/demo/transport.ts'
import { connectionLost } from './streams.ts'

/** Follows redirects like a browser's `fetch`. */
export function followRedirects(transport: Transport): Transport {
  return async (request) => {
    const response = await transport(request)
    const location = response.headers.get('Location')
    if (response.status < 300 || response.status >= 400 || location === null) return response
    if (request.redirect === 'error') throw connectionLost()
    if (request.redirect === 'manual') {
      return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' })
    }
    const { headers, signal } = request
    const url = new URL(location, request.url)
    const finalResponse = await transport(new Request(url, { headers, signal }))
    return Object.defineProperties(finalResponse, { redirected: { value: true }, url: { value: url.href } })
  }
}

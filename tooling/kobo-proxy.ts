import type { ServerResponse } from 'node:http'
import type { Plugin, ProxyOptions } from 'vite'
import { proxiedHeaders } from './security-headers.ts'

/** Path of the proxied server (`--server`) on the page's origin. */
export const KOBO_PREFIX = '/kobo'

/** Forwards `/kobo/…` to a KPI, so that the server need not allow the page's origin by CORS. */
export function koboProxy(server: URL): Plugin {
  const proxy = { [`^${KOBO_PREFIX}/`]: proxyTo(server) }
  return { name: 'fieldboard:kobo-proxy', config: () => ({ server: { proxy }, preview: { proxy } }) }
}

function proxyTo(server: URL): ProxyOptions {
  return {
    target: server.href.replace(/\/$/, ''),
    changeOrigin: true,
    rewrite: (path) => path.slice(KOBO_PREFIX.length),
    configure: (proxy) => {
      const startedResponses = new WeakSet<object>()
      // Only the API key authenticates: with a session cookie the server would require CSRF tokens.
      proxy.on('proxyReq', (request) => request.removeHeader('cookie'))
      proxy.on('proxyRes', (proxied, _request, response) => {
        startedResponses.add(response)
        // Abort the response when the server does; otherwise the client would wait forever.
        proxied.on('close', () => {
          if (!proxied.complete) response.destroy()
        })
        const { headers } = proxied
        delete headers['set-cookie']
        for (const [name, value] of Object.entries(proxiedHeaders)) headers[name.toLowerCase()] = value
        if (headers.location !== undefined) headers.location = rewriteLocation(headers.location, server)
      })
      proxy.on('error', (error: NodeJS.ErrnoException, _request, response) => {
        if (startedResponses.has(response)) response.destroy()
        else if (isUnanswered(response)) {
          response.writeHead(502, { 'Content-Type': 'application/json' })
          response.end(JSON.stringify({ detail: `No response from ${server.host}: ${error.code ?? error.message}` }))
        }
      })
    },
  }
}

/**
 * Rewrites a redirect within the server to `/kobo/`, because the page may only use its own origin. Other redirects and
 * invalid URLs are kept.
 */
export function rewriteLocation(location: string, server: URL): string {
  const target = URL.parse(location, server)
  if (!target) return location
  const folder = server.pathname.replace(/\/$/, '')
  if (target.origin !== server.origin || !target.pathname.startsWith(`${folder}/`)) return location
  return `${KOBO_PREFIX}${target.pathname.slice(folder.length)}${target.search}`
}

function isUnanswered(response: object): response is ServerResponse {
  return 'headersSent' in response && response.headersSent === false
}

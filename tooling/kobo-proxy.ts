import type { ServerResponse } from 'node:http'
import type { Plugin, ProxyOptions } from 'vite'
import { proxiedHeaders } from './security-headers.ts'

/** Where the page finds the server that `--server` names, on its own origin. */
export const KOBO_PREFIX = '/kobo'

/** Passes `/kobo/…` on to a KPI from the page's own origin, so that no server needs to allow that origin. */
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
      const begun = new WeakSet<object>()
      // The key alone says who asks: a session cookie would make the server want CSRF tokens.
      proxy.on('proxyReq', (request) => request.removeHeader('cookie'))
      proxy.on('proxyRes', (answer, _request, response) => {
        begun.add(response)
        // The answer breaks off here where it does there; whoever waits for its end would wait for ever.
        answer.on('close', () => {
          if (!answer.complete) response.destroy()
        })
        const { headers } = answer
        delete headers['set-cookie']
        for (const [name, value] of Object.entries(proxiedHeaders)) headers[name.toLowerCase()] = value
        if (headers.location !== undefined) headers.location = samePlace(headers.location, server)
      })
      proxy.on('error', (error: NodeJS.ErrnoException, _request, response) => {
        if (begun.has(response)) response.destroy()
        else if (isUnanswered(response)) {
          response.writeHead(502, { 'Content-Type': 'application/json' })
          response.end(JSON.stringify({ detail: `No answer from ${server.host}: ${error.code ?? error.message}` }))
        }
      })
    },
  }
}

/** A redirection within the server stays within `/kobo/`, since the page may ask its own origin only. Others, and what is no address, stay. */
export function samePlace(location: string, server: URL): string {
  const target = URL.parse(location, server)
  if (!target) return location
  const folder = server.pathname.replace(/\/$/, '')
  if (target.origin !== server.origin || !target.pathname.startsWith(`${folder}/`)) return location
  return `${KOBO_PREFIX}${target.pathname.slice(folder.length)}${target.search}`
}

function isUnanswered(response: object): response is ServerResponse {
  return 'headersSent' in response && response.headersSent === false
}

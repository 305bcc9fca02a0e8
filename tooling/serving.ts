import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import type { Plugin, PluginOption, ResolvedServerUrls } from 'vite'
import { canOpenBrowser } from './browser-window.ts'
import { brotliQuality } from './compression.ts'
import { hostedBuild } from './hosted-build.ts'
import { koboProxy } from './kobo-proxy.ts'
import { runTimeSettings } from './run-time-settings.ts'
import { headersOf } from './security-headers.ts'
import type { ServeOptions } from './serve-options.ts'

/** Vite's options for both servers (of the build and of the sources). */
export function serverConfig({ port, host, open }: ServeOptions, defaultPort: number) {
  return { port: port ?? defaultPort, open: open && canOpenBrowser(), ...(host === undefined ? {} : { host }) }
}

/** Vite plugins for both servers. */
export function serverPlugins({ server, asHosted, config }: ServeOptions): PluginOption[] {
  return [
    securityHeadersPlugin(),
    !asHosted && runTimeSettings(server, config),
    builtFiles(),
    server && koboProxy(server),
  ]
}

/** Sends the security headers with the build. Not with the sources: hot reload uses inline scripts and styles. */
function securityHeadersPlugin(): Plugin {
  return {
    name: 'fieldboard:security-headers',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value)
        next()
      })
    },
  }
}

/** Serves the files of the build with the caching and compression of the servers in deploy/. Vite handles the rest. */
function builtFiles(): Plugin {
  return {
    name: 'fieldboard:built-files',
    configurePreviewServer: ({ middlewares }) => {
      const handler = hostedBuild({ folder: '/', quality: brotliQuality.live })
      middlewares.use((incoming, outgoing, next) => {
        if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return next()
        const serve = async () => {
          const response = await handler(createRequest(incoming, outgoing))
          if (response) await sendResponse(outgoing, response)
          else next()
        }
        return void serve().catch(() => outgoing.destroy())
      })
    },
  }
}

/** Closes a server on SIGINT, SIGTERM or SIGHUP. A second signal ends it at once. */
export function closeOnSignal(server: { close: () => Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.close().finally(() => process.exit(0)))
  }
}

/** Prints the app's address. The end-to-end tests read the first one. */
export function printAddress(urls: ResolvedServerUrls | null, server: URL | undefined): void {
  const addresses = [...(urls?.local ?? []), ...(urls?.network ?? [])]
  console.log(`\nFieldboard is at ${addresses.join(' and ')}`)
  if (server !== undefined) console.log(`/kobo/ is forwarded to ${server.href}`)
  console.log('Press Ctrl+C to stop it.\n')
}

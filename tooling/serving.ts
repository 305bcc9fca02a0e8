import type { Plugin, PluginOption, ResolvedServerUrls } from 'vite'
import { canOpenBrowser } from './browser-window.ts'
import { koboProxy } from './kobo-proxy.ts'
import { runTimeSettings } from './run-time-settings.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServeOptions } from './serve-options.ts'

/** What both servers, of the build and of the sources, are told. */
export function serverConfig({ port, host, open }: ServeOptions, usualPort: number) {
  return { port: port ?? usualPort, open: open && canOpenBrowser(), ...(host === undefined ? {} : { host }) }
}

/** What both servers do besides serving files. */
export function serverPlugins({ server, asHosted, config }: ServeOptions): PluginOption[] {
  return [secured(), !asHosted && runTimeSettings(server, config), server && koboProxy(server)]
}

/** The build runs under the headers of every other host. Not the sources: hot reload writes scripts and styles in line. */
function secured(): Plugin {
  return {
    name: 'fieldboard:security-headers',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((_request, response, next) => {
        for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
        next()
      })
    },
  }
}

/** Ends a server in good order when it is told to. A second signal ends it at once. */
export function closeOnSignal(server: { close: () => Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void server.close().finally(() => process.exit(0)))
  }
}

/** Says where the app is to be found. The end-to-end run reads the first address. */
export function printAddress(urls: ResolvedServerUrls | null, server: URL | undefined): void {
  const addresses = [...(urls?.local ?? []), ...(urls?.network ?? [])]
  console.log(`\nFieldboard is at ${addresses.join(' and ')}`)
  if (server !== undefined) console.log(`It passes /kobo/ on to ${server.href}`)
  console.log('Ctrl+C stops it.\n')
}

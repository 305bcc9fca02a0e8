import type { PluginOption, ResolvedServerUrls } from 'vite'
import { canOpenBrowser } from './browser-window.ts'
import { koboProxy } from './kobo-proxy.ts'
import { runTimeSettings } from './run-time-settings.ts'
import type { ServeOptions } from './serve-options.ts'

/** What both servers, of the build and of the sources, are told. */
export function serverConfig({ port, host, open }: ServeOptions, usualPort: number) {
  return { port: port ?? usualPort, open: open && canOpenBrowser(), ...(host === undefined ? {} : { host }) }
}

/** What both servers do besides serving files. */
export function serverPlugins({ server, asHosted }: ServeOptions): PluginOption[] {
  return [!asHosted && runTimeSettings(server), server && koboProxy(server)]
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

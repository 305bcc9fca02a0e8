import type { Connection } from '#/api/connection.ts'

/** KoboToolbox's public servers. */
export const PUBLIC_SERVERS = [
  { name: 'KoboToolbox Global', url: 'https://kf.kobotoolbox.org' },
  { name: 'KoboToolbox EU', url: 'https://eu.kobotoolbox.org' },
] as const

/** Whether a server is one of KoboToolbox's public ones, which accept no other site (docs/hosting.md). */
export const isPublicServer = (server: string) => PUBLIC_SERVERS.some(({ url }) => url === server)

/**
 * The base address of a server for {@link Connection}, from what the user typed or pasted. The scheme is https by default;
 * path and `#…` are removed. `null` if it is not an address.
 */
export function toServerAddress(text: string): string | null {
  const typed = text.trim()
  if (typed === '' || /\s/.test(typed)) return null
  try {
    const { protocol, origin, hostname } = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
    const isHttp = protocol === 'https:' || protocol === 'http:'
    return isHttp && isPlausibleHost(hostname) ? origin : null
  } catch {
    return null
  }
}

/** A host has a dot, such as in domains and IPv4 addresses, or is `localhost` or an IPv6 address. */
const isPlausibleHost = (hostname: string) =>
  hostname === 'localhost' || hostname.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(hostname)

/** The base address of a server in `config.json`: an address, or a path of this site (`/kobo`). */
export const fromConfiguredUrl = (url: string, site: string) => new URL(url, site).href.replace(/\/+$/, '')

/** A page of the account in the server's own interface; `null` where that is not reached: the demo, and servers behind a path. */
export function accountPageAddress({ kind, server }: Pick<Connection, 'kind' | 'server'>, page: string): string | null {
  return kind === 'demo' || new URL(server).pathname !== '/' ? null : `${server}/#/account/${page}`
}

/** URL of the server's own sign-in page, which redirects to the current page afterwards [1601]. */
export function loginPageAddress(server: string, page: Pick<Location, 'pathname' | 'hash'> = location): string {
  return `${server}/accounts/login/?${new URLSearchParams({ next: page.pathname + page.hash })}`
}

/** Whether the server has the origin of this site, so that requests can use its session cookie. */
export const isOwnSite = (server: string, site = location.origin) => new URL(server).origin === site

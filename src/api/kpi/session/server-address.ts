/** KoboToolbox's public servers. */
export const PUBLIC_SERVERS = [
  { name: 'KoboToolbox Global', url: 'https://kf.kobotoolbox.org' },
  { name: 'KoboToolbox EU', url: 'https://eu.kobotoolbox.org' },
] as const

/**
 * The base address of a server as {@link Connection} keeps it, from what a person typed or pasted: without a scheme
 * (https is meant), with a page's path or `#…` behind it. `null` where it names no server.
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

/** "kobo" alone is a word, not an address; `localhost` and IP addresses are addresses. */
const isPlausibleHost = (hostname: string) =>
  hostname === 'localhost' || hostname.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(hostname)

/** A server of `config.json`: an address, or a path of this site that is passed on to one (`/kobo`). */
export const fromConfiguredUrl = (url: string, site: string) => new URL(url, site).href.replace(/\/+$/, '')

/** A server's base address as people know it: without the scheme, with the path where it has one. */
export function shownAddress(server: string): string {
  const { host, pathname } = new URL(server)
  return host + (pathname === '/' ? '' : pathname)
}

/** The server's own page for signing in, which leads back to where the person is now [1601]. */
export function loginPageAddress(server: string, here: Pick<Location, 'pathname' | 'hash'> = location): string {
  return `${server}/accounts/login/?${new URLSearchParams({ next: here.pathname + here.hash })}`
}

/** Whether the browser sends the cookies of the server's own pages with this site's requests. */
export const isOwnSite = (server: string, site = location.origin) => new URL(server).origin === site

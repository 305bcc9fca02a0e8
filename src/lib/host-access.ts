/** The part of the WebExtensions `permissions` API that we use. It does not exist on web pages. */
interface BrowserPermissions {
  request: (wanted: { origins: string[] }) => Promise<boolean>
  contains: (wanted: { origins: string[] }) => Promise<boolean>
  remove: (given: { origins: string[] }) => Promise<boolean>
  getAll: () => Promise<{ origins?: string[] }>
  onAdded: BrowserEvent
  onRemoved: BrowserEvent
}

interface BrowserEvent {
  addListener: (listener: () => void) => void
  removeListener: (listener: () => void) => void
}

type ExtensionGlobals = Partial<Record<'browser' | 'chrome', { permissions?: BrowserPermissions }>>

function permissions(): BrowserPermissions | undefined {
  const { browser, chrome } = globalThis as ExtensionGlobals
  return browser?.permissions ?? chrome?.permissions
}

/**
 * Whether the app runs as a browser extension. It can then reach each server for which the user grants access, and CORS
 * does not apply.
 */
export const isExtension = () => permissions() !== undefined

/** `insecure`: browsers grant no access to servers without https, except localhost. */
export type HostAccessResult = 'granted' | 'refused' | 'insecure'

/**
 * Makes the browser ask the user for access to a server, unless it was granted before. Call it in the click handler,
 * before the first `await`: browsers refuse it later.
 */
export async function requestHostAccess(server: string): Promise<HostAccessResult> {
  try {
    const isGranted = (await permissions()?.request({ origins: [patternOf(server)] })) ?? true
    return isGranted ? 'granted' : 'refused'
  } catch {
    return server.startsWith('https:') ? 'refused' : 'insecure'
  }
}

/** Whether the app may reach a server. Always true on a web page, where CORS decides. */
export async function hasHostAccess(server: string): Promise<boolean> {
  const isGranted = await permissions()?.contains({ origins: [patternOf(server)] })
  return isGranted ?? true
}

/** The granted hosts as match patterns: `https://kf.example.org/*`. */
export async function grantedHosts(): Promise<string[]> {
  return (await permissions()?.getAll())?.origins ?? []
}

/** Revokes the access to one of {@link grantedHosts}. */
export async function revokeHostAccess(pattern: string): Promise<void> {
  await permissions()?.remove({ origins: [pattern] })
}

/** Subscribes to granted and revoked access, also in the browser's settings. Returns a function that unsubscribes. */
export function onHostAccessChange(listener: () => void): () => void {
  const events = [permissions()?.onAdded, permissions()?.onRemoved]
  for (const event of events) event?.addListener(listener)
  return () => {
    for (const event of events) event?.removeListener(listener)
  }
}

/** The match pattern for all ports of a server: Firefox does not support ports in patterns. */
function patternOf(server: string): string {
  const { protocol, hostname } = new URL(server)
  return `${protocol}//${hostname}/*`
}

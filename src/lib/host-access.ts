/** What browsers offer extensions for this. On a web page there is none of it. */
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
 * Whether the app runs as an extension of the browser. It then reaches the servers that the person allows, one at a time,
 * and what servers say of other sites (CORS) does not matter.
 */
export const isExtension = () => permissions() !== undefined

/** What came of asking. `insecure`: browsers do not even ask for a server without https, but on one's own computer. */
export type HostAccess = 'given' | 'refused' | 'insecure'

/**
 * Has the browser ask the person whether the app may reach a server. To be called in the click itself, before anything is
 * awaited: later, browsers do not ask any more. They ask no question whose answer they know.
 */
export async function requestHostAccess(server: string): Promise<HostAccess> {
  try {
    const isGiven = (await permissions()?.request({ origins: [patternOf(server)] })) ?? true
    return isGiven ? 'given' : 'refused'
  } catch {
    return server.startsWith('https:') ? 'refused' : 'insecure'
  }
}

/** Whether the app may reach a server now. Always, on a web page: there it is the server that decides. */
export async function hasHostAccess(server: string): Promise<boolean> {
  const isGiven = await permissions()?.contains({ origins: [patternOf(server)] })
  return isGiven ?? true
}

/** What the person let the app reach, as browsers write it: `https://kf.example.org/*`. */
export async function givenHostAccess(): Promise<string[]> {
  return (await permissions()?.getAll())?.origins ?? []
}

/** Gives back one of {@link givenHostAccess}. */
export async function giveBackHostAccess(pattern: string): Promise<void> {
  await permissions()?.remove({ origins: [pattern] })
}

/** Tells when something was allowed or taken back, also in the browser's own settings. Returns how to stop that. */
export function onHostAccessChange(listener: () => void): () => void {
  const events = [permissions()?.onAdded, permissions()?.onRemoved]
  for (const event of events) event?.addListener(listener)
  return () => {
    for (const event of events) event?.removeListener(listener)
  }
}

/** All ports of a server: Firefox tells none apart here. */
function patternOf(server: string): string {
  const { protocol, hostname } = new URL(server)
  return `${protocol}//${hostname}/*`
}

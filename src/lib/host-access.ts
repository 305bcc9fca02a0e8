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

/** Looked up each time: unit tests put one in place. */
function permissions(): BrowserPermissions | undefined {
  const { browser, chrome } = globalThis as ExtensionGlobals
  return browser?.permissions ?? chrome?.permissions
}

/**
 * Whether the app runs as an extension of the browser. It then reaches the servers that the person allows, one at a time,
 * and what servers say of other sites (CORS) does not matter.
 */
export const isExtension = () => permissions() !== undefined

/** How the browser answered: `impossible` where it would not even ask, as for an address without https. */
export type HostAccess = 'given' | 'refused' | 'impossible'

/**
 * Has the browser ask the person whether the app may reach a server. To be called in the click itself, before anything is
 * awaited: browsers ask in answer to a click only. Without a question where the answer is known, and on a web page.
 */
export function requestHostAccess(server: string): Promise<HostAccess> {
  const asked = permissions()?.request({ origins: [patternOf(server)] }) ?? Promise.resolve(true)
  return asked.then(
    (isGiven) => (isGiven ? 'given' : 'refused'),
    () => 'impossible',
  )
}

/** Whether the app may reach a server now. Always, on a web page: there it is the server that decides. */
export async function hasHostAccess(server: string): Promise<boolean> {
  const here = permissions()
  if (here === undefined || server === '') return true
  return here.contains({ origins: [patternOf(server)] }).catch(() => false)
}

/** What the person let the app reach, as the browser writes it: `https://kf.example.org/*`. */
export async function givenHostAccess(): Promise<string[]> {
  return (await permissions()?.getAll())?.origins ?? []
}

/** Gives back what {@link givenHostAccess} named. */
export async function giveBackHostAccess(pattern: string): Promise<void> {
  await permissions()?.remove({ origins: [pattern] })
}

/** Tells when something was allowed or taken back, be it in the browser's own settings. Returns how to stop that. */
export function onHostAccessChange(listener: () => void): () => void {
  const events = [permissions()?.onAdded, permissions()?.onRemoved]
  for (const event of events) event?.addListener(listener)
  return () => {
    for (const event of events) event?.removeListener(listener)
  }
}

/** All of a server: Firefox knows no ports here. */
function patternOf(server: string): string {
  const { protocol, hostname } = new URL(server)
  return `${protocol}//${hostname}/*`
}

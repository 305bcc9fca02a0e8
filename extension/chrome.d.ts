/** The parts of the browser extension API that background.js uses. They need no permissions. */
declare const chrome: {
  action: { onClicked: { addListener: (listener: () => Promise<void>) => void } }
  runtime: { getURL: (path: string) => string }
  tabs: {
    query: (filter: { url: string }) => Promise<{ id?: number; windowId: number }[]>
    create: (tab: { url: string }) => Promise<unknown>
    update: (id: number, change: { active: boolean }) => Promise<unknown>
  }
  /** Not on Android. */
  windows?: { update: (id: number, change: { focused: boolean }) => Promise<unknown> }
}

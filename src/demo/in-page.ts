import { KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { chaosInPage, withPageChaos } from './chaos/in-page.ts'
import { DEMO_CONNECTION } from './connection.ts'
import { createDemoTransport, currentKey, resetDemo } from './transport.ts'

/** What the app uses of the demo. */
export const demo = {
  server: DEMO_CONNECTION.server,
  /** The connection of the visitor, whose API key may have been renewed in this browser. */
  connect: async () => {
    const token = await currentKey(DEMO_CONNECTION.username)
    return { ...DEMO_CONNECTION, auth: { ...DEMO_CONNECTION.auth, ...(token !== undefined && { token }) } }
  },
  /** Returns the transport that answers requests to the demo's server. */
  open: async () =>
    withPageChaos(
      await createDemoTransport({
        storage: 'indexeddb',
        webFormPage: new URL('#/demo/web-form', location.href).href,
        hasFaultProjects: () => readStored('tab', KEYS.faultProjects) !== null,
      }),
    ),
  /** Whether the projects about which the server fails are there, in this tab. */
  setFaultProjects: (exist: boolean) => void writeStored('tab', KEYS.faultProjects, exist ? 'shown' : null),
  reset: resetDemo,
  chaos: chaosInPage,
}

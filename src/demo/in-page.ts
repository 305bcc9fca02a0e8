import { chaosInPage, throughChaos } from './chaos/in-page.ts'
import { DEMO_CONNECTION } from './connection.ts'
import { createDemoTransport, resetDemo } from './transport.ts'

/** All that the page needs of the demo. */
export const demo = {
  connection: DEMO_CONNECTION,
  /** Answers the requests to its server. */
  open: async () => throughChaos(await createDemoTransport({ storage: 'indexeddb' })),
  reset: resetDemo,
  chaos: chaosInPage,
}

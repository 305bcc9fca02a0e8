import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import type { Connection } from '../src/api/connection.ts'
import { DEMO_CONNECTION } from '../src/demo/connection.ts'
import { DEMO_USERS } from '../src/demo/seed/users.ts'
import { KEYS } from '../src/lib/browser-storage.ts'

/** A connection by API key, as one of the accounts that the demo and the demo server have. */
const connectionTo = (kind: Connection['kind'], server: string, username: string): Connection => {
  const user = DEMO_USERS.find((one) => one.username === username)
  if (!user) throw new Error(`The demo has no account ${username}`)
  return { kind, server, username, auth: { scheme: 'key', token: user.token } }
}

/** A connection to the demo in the page. */
export const demoAs = (username: string) => connectionTo('demo', DEMO_CONNECTION.server, username)

/** A connection to a demo server over HTTP. */
export const kpiAs = (server: string, username: string) => connectionTo('kpi', server, username)

interface Prepared {
  /** The last one is in use. */
  connections: Connection[]
  /** The faults of the demo in the page. */
  chaos?: string
}

/**
 * Puts what signing in leaves behind into the tab before its next page is loaded. Later pages keep what the app has
 * made of it. Disposing of it ends that before the page is loaded.
 */
export async function prepareTab(
  page: Page,
  { connections, chaos = '' }: Prepared,
): Promise<{ dispose(): Promise<void> }> {
  const current = connections.at(-1)
  return page.addInitScript(
    ({ id, stored, closedBar }) => {
      if (window.name.includes(id)) return // the name of a tab outlives its pages
      window.name += id
      localStorage.setItem(closedBar, 'closed') // of somebody who knows the demo
      for (const [key, value] of Object.entries(stored)) {
        if (value === '') sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, value)
      }
    },
    {
      id: randomUUID(),
      closedBar: KEYS.demoBarClosed,
      stored: {
        [KEYS.connections]: JSON.stringify(connections),
        [KEYS.current]: current ? `${current.username}@${current.server}` : '',
        [KEYS.chaos]: chaos,
      },
    },
  )
}

/** Opens a path of the app as somebody who has signed in to a demo server over HTTP. */
export async function openSignedIn(page: Page, server: string, username: string, path: string) {
  await prepareTab(page, { connections: [kpiAs(server, username)] })
  // From one address of the app to another, a browser loads no page: it needs one in between.
  if (page.url() !== 'about:blank') await page.goto('./config.json')
  await page.goto(`./#${path}`)
}

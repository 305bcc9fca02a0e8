import * as z from 'zod/mini'
import { ApiError } from './errors.ts'

/** Where the app works: a server and an account. */
export const Connection = z.object({
  kind: z.enum(['kpi', 'demo']),
  /** Base address of KPI without a trailing slash; may carry a path, as behind the same-origin proxy (`…/kobo`). */
  server: z.string(),
  username: z.string(),
  /** API key: 40 hexadecimal digits that never change by themselves [0101]. */
  token: z.string(),
})
export type Connection = z.output<typeof Connection>

const KEY = 'fieldboard.connection'
const listeners = new Set<() => void>()
let current = restore()

function restore(): Connection | null {
  for (const storage of storages()) {
    const text = storage.getItem(KEY)
    const parsed = text === null ? undefined : Connection.safeParse(safeJson(text))
    if (parsed?.success) return parsed.data
  }
  return null
}

/** The tab's own storage first. Empty where the browser blocks storage: the connection then lives in memory. */
function storages(): Storage[] {
  try {
    return [sessionStorage, localStorage]
  } catch {
    return []
  }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function remember(next: Connection, where: Storage | undefined) {
  try {
    where?.setItem(KEY, JSON.stringify(next))
  } catch {
    // Full or blocked storage: the connection lasts as long as the page.
  }
}

/** The connection in use: one at a time. Whoever switches it also clears the query cache. */
export const connection = {
  /** `keep`: also after this tab is closed ("Keep me signed in on this device"). */
  use(next: Connection, { keep = false } = {}) {
    connection.forget()
    current = next
    const [tab, device] = storages()
    remember(next, keep ? device : tab)
    listeners.forEach((listener) => listener())
  },
  forget() {
    current = null
    storages().forEach((storage) => storage.removeItem(KEY))
    listeners.forEach((listener) => listener())
  },
  /** `null` before the first visit and after signing out. Stable between changes, for `useSyncExternalStore`. */
  current: () => current,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** @throws ApiError `signed-out` where there is none. */
  require() {
    if (!current) throw new ApiError('signed-out', '')
    return current
  },
}

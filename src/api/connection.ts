import * as z from 'zod/mini'
import { ApiError } from './errors.ts'

/** How the requests of a connection prove who sends them. */
export const Auth = z.discriminatedUnion('scheme', [
  /** API key: 40 hexadecimal digits that never change by themselves [0101]. */
  z.object({ scheme: z.literal('key'), token: z.string() }),
  /** OAuth2: both tokens are dead once they have been used to refresh [1609-1611]. `expires`: milliseconds since 1970. */
  z.object({
    scheme: z.literal('oauth'),
    clientId: z.string(),
    accessToken: z.string(),
    refreshToken: z.string(),
    expires: z.number(),
  }),
  /** The server's own session cookie, where the app is on the server's origin [1520-1522]. */
  z.object({ scheme: z.literal('session') }),
])
export type Auth = z.output<typeof Auth>

/** Where the app works: a server and an account. */
export const Connection = z.object({
  kind: z.enum(['kpi', 'demo']),
  /** Base address of KPI without a trailing slash; may carry a path, as behind the same-origin proxy (`…/kobo`). */
  server: z.string(),
  username: z.string(),
  auth: Auth,
  /** Origins by which the server names itself in its answers: behind a proxy, another than `server`'s. */
  knownAs: z.optional(z.array(z.string())),
})
export type Connection = z.output<typeof Connection>

/** Names a connection: the same account on the same server is the same connection, however it signed in. */
export const connectionId = ({ server, username }: Pick<Connection, 'server' | 'username'>) => `${username}@${server}`

const KEY = 'fieldboard.connections'
/** In the tab's own storage: the id of the connection in use. */
const CURRENT_KEY = 'fieldboard.connection'

interface Held {
  connection: Connection
  /** Whether it outlives the tab, by choice. */
  kept: boolean
}

/** What tabs tell one another. */
type News = { type: 'forgotten'; id: string } | { type: 'renewed'; id: string; auth: Auth } | { type: 'kept' }

const listeners = new Set<() => void>()
const channel = new BroadcastChannel(KEY)
let held = restore()
let all: readonly Connection[] = []
let currentId = restoreCurrentId()
announceHere()

/** The tab's own storage and the device's, or neither where the browser blocks storage: all lives in memory then. */
function storages(): { tab?: Storage; device?: Storage } {
  try {
    return { tab: sessionStorage, device: localStorage }
  } catch {
    return {}
  }
}

function restore(): Map<string, Held> {
  const { tab, device } = storages()
  const entries = [...readFrom(device, true), ...readFrom(tab, false)]
  return new Map(entries.map((one) => [connectionId(one.connection), one]))
}

function readFrom(storage: Storage | undefined, kept: boolean): Held[] {
  const parsed = z.array(Connection).safeParse(safeJson(storage?.getItem(KEY) ?? null))
  return parsed.success ? parsed.data.map((connection) => ({ connection, kept })) : []
}

/** What this tab used last; in a new tab, what was kept on the device last. */
function restoreCurrentId(): string | null {
  const { tab } = storages()
  const last = tab?.getItem(CURRENT_KEY) ?? null
  if (last !== null) return held.has(last) ? last : null
  return [...held.keys()].at(-1) ?? null
}

function safeJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

function write(forgotten?: string) {
  const { tab, device } = storages()
  // What another tab has kept a moment ago stays.
  const others = readFrom(device, true).filter(({ connection }) => {
    const id = connectionId(connection)
    return id !== forgotten && !held.has(id)
  })
  const mine = [...held.values()]
  const isDeviceSaved = save(device, [...others, ...mine.filter(({ kept }) => kept)])
  // Where the device's storage is full, what was to be kept there is kept for the tab.
  save(tab, isDeviceSaved ? mine.filter(({ kept }) => !kept) : mine)
  store(() => tab?.setItem(CURRENT_KEY, currentId ?? ''))
}

/** Saves to one storage. `false` where it is full: the connections then last as long as the page. */
function save(storage: Storage | undefined, entries: readonly Held[]): boolean {
  return store(() => {
    if (entries.length === 0) storage?.removeItem(KEY)
    else storage?.setItem(KEY, JSON.stringify(entries.map(({ connection }) => connection)))
  })
}

function store(write: () => void): boolean {
  try {
    write()
    return true
  } catch {
    return false
  }
}

function announceHere() {
  all = [...held.values()].map(({ connection }) => connection)
  listeners.forEach((listener) => listener())
}

function changed(news?: News) {
  write(news?.type === 'forgotten' ? news.id : undefined)
  announceHere()
  if (news) channel.postMessage(news)
}

function drop(id: string) {
  held.delete(id)
  if (currentId === id) currentId = null
}

channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
  if (data.type === 'forgotten') {
    if (!held.has(data.id)) return
    drop(data.id)
    write(data.id)
    return announceHere()
  }
  const mine = data.type === 'renewed' ? held.get(data.id) : undefined
  if (data.type === 'renewed' && mine) {
    held.set(data.id, { ...mine, connection: { ...mine.connection, auth: data.auth } })
    return changed()
  }
  for (const one of readFrom(storages().device, true)) held.set(connectionId(one.connection), one)
  announceHere()
})

/** The connections of this tab: those kept on the device, and its own. One of them is in use. */
export const connections = {
  /** In the order in which they were made. Stable between changes, for `useSyncExternalStore`. */
  all: () => all,
  /** The one in use; `null` before the first visit and after signing out. Stable between changes. */
  current: () => (currentId === null ? null : (held.get(currentId)?.connection ?? null)),
  find: (id: string) => held.get(id)?.connection,
  /** Whether it outlives the tab. */
  isKept: (id: string) => held.get(id)?.kept ?? false,
  /** Whether the browser stores nothing for this site: connections then last as long as the page. */
  areOfThePage: () => storages().tab === undefined,

  /** Adds a connection, or replaces that of the same account, and uses it. `keep`: also after this tab is closed. */
  use(next: Connection, { keep = false } = {}): string {
    const id = connectionId(next)
    held.delete(id)
    held.set(id, { connection: next, kept: keep })
    currentId = id
    changed({ type: 'kept' })
    return id
  },
  switchTo(id: string) {
    if (!held.has(id)) return
    currentId = id
    changed()
  },
  /** New credentials for the same account: refreshed, or signed in again. Other tabs go on with them too. */
  renew(id: string, auth: Auth) {
    const one = held.get(id)
    if (!one) return
    held.set(id, { ...one, connection: { ...one.connection, auth } })
    changed({ type: 'renewed', id, auth })
  },
  /** Signs out, in every tab. */
  forget(id: string) {
    if (!held.has(id)) return
    drop(id)
    changed({ type: 'forgotten', id })
  },
  forgetAll: () => [...held.keys()].forEach((id) => connections.forget(id)),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** @throws ApiError `signed-out` where it was forgotten meanwhile. */
  require(id: string) {
    const found = connections.find(id)
    if (!found) throw new ApiError('signed-out', '')
    return found
  },
}

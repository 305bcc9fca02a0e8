import * as z from 'zod/mini'
import {
  isStorageBlocked,
  KEYS,
  movePersonal,
  parsedJson,
  readStored,
  type StorageArea,
  wipePersonal,
  writeStored,
} from '#/lib/browser-storage.ts'
import { ApiError } from './errors.ts'

/** How the requests of a connection prove who sends them. */
export const Auth = z.union([
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

/** As a storage holds it. `signOuts`: how often the account had been signed out when the tab signed in. */
const Stored = z.object({ ...Connection.shape, signOuts: z.optional(z.number()) })

interface Held {
  connection: Connection
  /** Whether it is on the device, by choice. */
  kept: boolean
  signOuts: number
}

/** What tabs tell one another. */
type News = { type: 'forgotten'; id: string } | { type: 'renewed'; id: string; auth: Auth } | ({ type: 'used' } & Held)

const listeners = new Set<() => void>()
const channel = new BroadcastChannel(KEYS.connections)
const held = new Map<string, Held>()
let all: readonly Connection[] = []
let currentId: string | null = null

/** A number in which no name can be read: what the device remembers of an account that was signed out. */
const markOf = (id: string) => new TextEncoder().encode(id).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7)
const signOutsKey = (id: string) => `${KEYS.signOuts}:${markOf(id)}` as const
const signOutsOf = (id: string) => Number(readStored('device', signOutsKey(id)))

function readFrom(area: StorageArea): Held[] {
  const parsed = z.array(Stored).safeParse(parsedJson(readStored(area, KEYS.connections)))
  return (parsed.data ?? []).map(({ signOuts, ...connection }) => ({
    connection,
    kept: area === 'device',
    signOuts: area === 'device' ? signOutsOf(connectionId(connection)) : (signOuts ?? 0),
  }))
}

/** `false` where the storage is full or blocked. */
const save = (area: StorageArea, entries: readonly object[]) =>
  writeStored(area, KEYS.connections, entries.length === 0 ? null : JSON.stringify(entries))

function restore() {
  for (const one of [...readFrom('device'), ...readFrom('tab')]) held.set(connectionId(one.connection), one)
  // What this tab used last; in a new tab, what was kept on the device last.
  const last = readStored('tab', KEYS.current) ?? [...held.keys()].at(-1) ?? ''
  currentId = held.has(last) ? last : null
  announceHere()
  leaveSignedOut()
}

function leaveSignedOut() {
  const gone = [...held].filter(([id, { signOuts }]) => signOuts !== signOutsOf(id))
  for (const [id] of gone) drop(id)
  if (gone.length > 0) changed()
}

/**
 * Changes the list on the device as it is there now, and only in what this tab has changed itself: another may have
 * taken a connection off it meanwhile. `false` where the storage is full or blocked.
 */
const changeDevice = (change: (list: Connection[]) => Connection[]) =>
  save('device', change(readFrom('device').map(({ connection }) => connection)))

const without = (id: string) => (list: Connection[]) => list.filter((one) => connectionId(one) !== id)

function announceHere() {
  all = [...held.values()].map(({ connection }) => connection)
  listeners.forEach((listener) => listener())
}

function changed(news?: News) {
  const own = [...held.values()].filter(({ kept }) => !kept)
  save(
    'tab',
    own.map(({ connection, signOuts }) => ({ ...connection, ...(signOuts > 0 && { signOuts }) })),
  )
  writeStored('tab', KEYS.current, currentId ?? '')
  announceHere()
  if (news) channel.postMessage(news)
}

function drop(id: string) {
  held.delete(id)
  if (currentId === id) currentId = null
  wipePersonal(id, 'tab')
  // It may have been signed in anew there, by the time the news comes from another tab.
  if (!readFrom('device').some(({ connection }) => connectionId(connection) === id)) wipePersonal(id, 'device')
}

function hold({ connection, kept, signOuts }: Held) {
  const id = connectionId(connection)
  held.set(id, { connection, kept, signOuts })
  movePersonal(id, kept ? 'device' : 'tab')
}

channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
  if (data.type === 'forgotten') drop(data.id)
  else if (data.type === 'used') {
    if (data.kept || held.has(connectionId(data.connection))) hold(data)
  } else {
    const mine = held.get(data.id)
    if (mine) held.set(data.id, { ...mine, connection: { ...mine.connection, auth: data.auth } })
  }
  changed()
})
restore()

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
  areOfThePage: isStorageBlocked,

  /** Adds a connection, or replaces that of the same account, and uses it. `keep`: also after this tab is closed. */
  use(next: Connection, { keep = false } = {}): string {
    const id = connectionId(next)
    held.delete(id)
    const isSaved = changeDevice((list) => [...without(id)(list), ...(keep ? [next] : [])])
    // Where the device's storage is full, it is kept for the tab.
    const one = { connection: next, kept: keep && isSaved, signOuts: signOutsOf(id) }
    hold(one)
    currentId = id
    changed({ type: 'used', ...one })
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
    const connection = { ...one.connection, auth }
    let isThere = false
    const replaced = (other: Connection) => {
      if (connectionId(other) !== id) return other
      isThere = true
      return connection
    }
    const kept = one.kept && changeDevice((list) => list.map(replaced)) && isThere
    held.set(id, { ...one, connection, kept })
    changed({ type: 'renewed', id, auth })
  },
  /** Signs out, in every tab, and removes all that this browser stores of the connection. */
  forget(id: string) {
    if (!held.has(id)) return
    writeStored('device', signOutsKey(id), String(signOutsOf(id) + 1))
    changeDevice(without(id))
    drop(id)
    changed({ type: 'forgotten', id })
  },
  /** Forgets here what another tab has signed out while this one was closed or asleep. */
  leaveSignedOut,
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

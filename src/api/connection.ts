import * as z from 'zod/mini'
import {
  isStorageBlocked,
  KEYS,
  movePersonalData,
  parseJson,
  readStored,
  removePersonalData,
  type StorageArea,
  writeStored,
} from '#/lib/browser-storage.ts'
import { ApiError } from './errors.ts'

/** How the requests of a connection are authenticated. */
export const Auth = z.union([
  /** API key: 40 hexadecimal digits that do not expire [0101]. */
  z.object({ scheme: z.literal('key'), token: z.string() }),
  /** OAuth2: a refresh invalidates both tokens [1609-1611]. `expires`: milliseconds since 1970. */
  z.object({
    scheme: z.literal('oauth'),
    clientId: z.string(),
    accessToken: z.string(),
    refreshToken: z.string(),
    expires: z.number(),
  }),
  /** The server's session cookie, if the app has the same origin [1520-1522]. */
  z.object({ scheme: z.literal('session') }),
])
export type Auth = z.output<typeof Auth>

/** A server and an account, with credentials. */
export const Connection = z.object({
  kind: z.enum(['kpi', 'demo']),
  /** Base address of KPI without a trailing slash; with a path behind a same-origin proxy (`…/kobo`). */
  server: z.string(),
  username: z.string(),
  auth: Auth,
  /** Origins in the URLs of the server's responses, if they differ from `server` because of a proxy. */
  knownAs: z.optional(z.array(z.string())),
})
export type Connection = z.output<typeof Connection>

/** The id of a connection: the same for each sign-in with the same account on the same server. */
export const connectionId = ({ server, username }: Pick<Connection, 'server' | 'username'>) => `${username}@${server}`

/** A connection in the storage. `signOuts`: how often the account had been signed out when this tab signed in. */
const Stored = z.object({ ...Connection.shape, signOuts: z.optional(z.number()) })

interface Entry {
  connection: Connection
  /** Whether it is stored on the device, by choice of the user. */
  kept: boolean
  signOuts: number
}

/** Messages between tabs. */
type ChannelMessage =
  { type: 'forgotten'; id: string } | { type: 'renewed'; id: string; auth: Auth } | ({ type: 'used' } & Entry)

const listeners = new Set<() => void>()
const channel = new BroadcastChannel(KEYS.connections)
const entries = new Map<string, Entry>()
let all: readonly Connection[] = []
let currentId: string | null = null

/** A hash, so that the storage does not contain the name of an account that was signed out. */
const hashOf = (id: string) => new TextEncoder().encode(id).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7)
const signOutsKey = (id: string) => `${KEYS.signOuts}:${hashOf(id)}` as const
const signOutsOf = (id: string) => Number(readStored('device', signOutsKey(id)))

function readFrom(area: StorageArea): Entry[] {
  const parsed = z.array(Stored).safeParse(parseJson(readStored(area, KEYS.connections)))
  return (parsed.data ?? []).map(({ signOuts, ...connection }) => ({
    connection,
    kept: area === 'device',
    signOuts: area === 'device' ? signOutsOf(connectionId(connection)) : (signOuts ?? 0),
  }))
}

/** Returns false if the storage is full or blocked. */
const save = (area: StorageArea, entries: readonly object[]) =>
  writeStored(area, KEYS.connections, entries.length === 0 ? null : JSON.stringify(entries))

function restore() {
  for (const one of [...readFrom('device'), ...readFrom('tab')]) entries.set(connectionId(one.connection), one)
  // The last one used in this tab; in a new tab, the last one stored on the device.
  const last = readStored('tab', KEYS.current) ?? [...entries.keys()].at(-1) ?? ''
  currentId = entries.has(last) ? last : null
  notifyListeners()
  dropSignedOut()
}

function dropSignedOut() {
  const gone = [...entries].filter(([id, { signOuts }]) => signOuts !== signOutsOf(id))
  for (const [id] of gone) removeEntry(id)
  if (gone.length > 0) saveAndNotify()
}

/**
 * Applies a change to the current list on the device, because other tabs change it, too. Returns false if the storage is
 * full or blocked.
 */
const changeDevice = (change: (list: Connection[]) => Connection[]) =>
  save('device', change(readFrom('device').map(({ connection }) => connection)))

const without = (id: string) => (list: Connection[]) => list.filter((one) => connectionId(one) !== id)

function notifyListeners() {
  all = [...entries.values()].map(({ connection }) => connection)
  listeners.forEach((listener) => listener())
}

function saveAndNotify(news?: ChannelMessage) {
  const own = [...entries.values()].filter(({ kept }) => !kept)
  save(
    'tab',
    own.map(({ connection, signOuts }) => ({ ...connection, ...(signOuts > 0 && { signOuts }) })),
  )
  writeStored('tab', KEYS.current, currentId ?? '')
  notifyListeners()
  if (news) channel.postMessage(news)
}

function removeEntry(id: string) {
  entries.delete(id)
  if (currentId === id) currentId = null
  removePersonalData(id, 'tab')
  // It may have been signed in again by the time the message arrives from another tab.
  if (!readFrom('device').some(({ connection }) => connectionId(connection) === id)) removePersonalData(id, 'device')
}

function setEntry({ connection, kept, signOuts }: Entry) {
  const id = connectionId(connection)
  entries.set(id, { connection, kept, signOuts })
  movePersonalData(id, kept ? 'device' : 'tab')
}

channel.addEventListener('message', ({ data }: MessageEvent<ChannelMessage>) => {
  if (data.type === 'forgotten') removeEntry(data.id)
  else if (data.type === 'used') {
    if (data.kept || entries.has(connectionId(data.connection))) setEntry(data)
  } else {
    const mine = entries.get(data.id)
    if (mine) entries.set(data.id, { ...mine, connection: { ...mine.connection, auth: data.auth } })
  }
  saveAndNotify()
})
restore()

/** The connections of this tab: those stored on the device, and its own. One of them can be the current one. */
export const connections = {
  /** In order of creation. The array is stable between changes, for `useSyncExternalStore`. */
  all: () => all,
  /** The current one; `null` before the first sign-in and after signing out. Stable between changes. */
  current: () => (currentId === null ? null : (entries.get(currentId)?.connection ?? null)),
  find: (id: string) => entries.get(id)?.connection,
  /** Whether it is stored on the device, and outlives the tab. */
  isOnDevice: (id: string) => entries.get(id)?.kept ?? false,
  /** Whether the browser blocks storage: connections then last as long as the page. */
  areInMemoryOnly: isStorageBlocked,

  /** Adds a connection, or replaces the one with the same id, and makes it the current one. `keep`: stores it on the device. */
  use(next: Connection, { keep = false } = {}): string {
    const id = connectionId(next)
    entries.delete(id)
    const isSaved = changeDevice((list) => [...without(id)(list), ...(keep ? [next] : [])])
    // If the device's storage is full, it is stored in the tab.
    const one = { connection: next, kept: keep && isSaved, signOuts: signOutsOf(id) }
    setEntry(one)
    currentId = id
    saveAndNotify({ type: 'used', ...one })
    return id
  },
  switchTo(id: string) {
    if (!entries.has(id)) return
    currentId = id
    saveAndNotify()
  },
  /** Replaces the credentials of a connection, in all tabs. */
  renew(id: string, auth: Auth) {
    const one = entries.get(id)
    if (!one) return
    const connection = { ...one.connection, auth }
    let isThere = false
    const replaced = (other: Connection) => {
      if (connectionId(other) !== id) return other
      isThere = true
      return connection
    }
    const kept = one.kept && changeDevice((list) => list.map(replaced)) && isThere
    entries.set(id, { ...one, connection, kept })
    saveAndNotify({ type: 'renewed', id, auth })
  },
  /** Takes over credentials that another tab has stored on the device, whose message may have come before this tab listened. */
  readRenewed(id: string) {
    const one = entries.get(id)
    const stored = readFrom('device').find(({ connection }) => connectionId(connection) === id)
    if (!one?.kept || !stored || JSON.stringify(stored.connection.auth) === JSON.stringify(one.connection.auth)) return
    entries.set(id, { ...one, connection: { ...one.connection, auth: stored.connection.auth } })
    notifyListeners()
  },
  /** Signs out in all tabs, and removes all data of the connection from this browser. */
  forget(id: string) {
    if (!entries.has(id)) return
    writeStored('device', signOutsKey(id), String(signOutsOf(id) + 1))
    changeDevice(without(id))
    removeEntry(id)
    saveAndNotify({ type: 'forgotten', id })
  },
  /** Removes connections that another tab signed out while this one was closed or suspended. */
  dropSignedOut,
  forgetAll: () => [...entries.keys()].forEach((id) => connections.forget(id)),
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** The connection with this id. @throws ApiError `signed-out` if it was removed. */
  require(id: string) {
    const connection = connections.find(id)
    if (!connection) throw new ApiError('signed-out', '')
    return connection
  },
}

/**
 * Every key under which the app stores something in this browser, besides what {@link personalKey} names, Mantine's
 * colour scheme and the demo's database. No other module opens a storage: `browser-storage.test.ts` sees to it.
 */
export const KEYS = {
  /** Connections with their keys: on the device by choice, else with the tab. */
  connections: 'fieldboard.connections',
  /** The id of the connection that the tab uses. */
  current: 'fieldboard.connection',
  /** With a number made of its id: how often an account was signed out on this device. See `api/connection.ts`. */
  signOuts: 'fieldboard.sign-outs',
  /** With the tab, until the server's page has answered: the sign-in that has begun. */
  signIn: 'fieldboard.sign-in',
  language: 'fieldboard.language',
  /** With the tab: the build for which the page was loaded again. */
  loadedAnew: 'fieldboard.loaded-anew',
  /** With the tab: the faults of the demo. */
  chaos: 'fieldboard.chaos',
} as const

/** What is stored for one connection. `imports` always lives with the tab; the others live where the connection does. */
export type PersonalDataKind = 'views' | 'column-widths' | 'imports'

/** How the app named what is personal before keys named the connection. */
const FORMER = /^fieldboard\.(views|column-widths|imports)\./
export const formerViewsKey = (id: string, assetUid: string) => `fieldboard.views.${id}.${assetUid}` as const

/** With the tab, or on the device until it is removed. */
export type StorageArea = 'tab' | 'device'
type StorageKey =
  | (typeof KEYS)[keyof typeof KEYS]
  | `${typeof KEYS.signOuts}:${number}`
  | `fieldboard.of:${string}`
  | ReturnType<typeof formerViewsKey>

/** `undefined` where the browser blocks storage. */
function storageOf(area: StorageArea): Storage | undefined {
  try {
    return area === 'tab' ? sessionStorage : localStorage
  } catch {
    return undefined
  }
}

/** Whether the browser stores nothing for this site. */
export const isStorageBlocked = () => storageOf('tab') === undefined

export const readStored = (area: StorageArea, key: StorageKey): string | null => storageOf(area)?.getItem(key) ?? null

/** Stores a text; `null` removes it. `false` where the storage is full or blocked: it is as it was then. */
export function writeStored(area: StorageArea, key: StorageKey, value: string | null): boolean {
  try {
    const storage = storageOf(area)
    if (value === null) storage?.removeItem(key)
    else storage?.setItem(key, value)
    return storage !== undefined
  } catch {
    return false
  }
}

/** The value of a JSON text; `null` for one that is none. */
export function parsedJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

const partOf = (text: string) => encodeURIComponent(text.toWellFormed())
const prefixOf = (id: string) => `fieldboard.of:${partOf(id)}:` as const

/** The key of something that belongs to the connection with this id. */
export const personalKey = (id: string, kind: PersonalDataKind, name = '') =>
  `${prefixOf(id)}${kind}:${partOf(name)}` as const

/** Removes all that is stored for a connection in one of the storages. */
export function wipePersonal(id: string, area: StorageArea) {
  for (const key of keysOf(area)) if (key.startsWith(prefixOf(id)) || FORMER.test(key)) writeStored(area, key, null)
}

/** Moves what is stored for a connection to where the connection lives now. What the device holds already stays. */
export function movePersonal(id: string, to: StorageArea) {
  const from = to === 'tab' ? 'device' : 'tab'
  for (const key of keysOf(from)) {
    if (!key.startsWith(prefixOf(id)) || key.includes(':imports:')) continue
    const isMoved = (to === 'device' && readStored(to, key) !== null) || writeStored(to, key, readStored(from, key))
    if (isMoved || from === 'device') writeStored(from, key, null)
  }
}

const keysOf = (area: StorageArea) => Object.keys(storageOf(area) ?? {}) as StorageKey[]

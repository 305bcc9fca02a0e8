/**
 * All storage keys of the app, except those of {@link personalDataKey} and the demo's database.
 * No other module accesses a storage, which `browser-storage.test.ts` checks.
 */
export const KEYS = {
  /** Connections with their credentials: on the device if the user chose so, else in the tab. */
  connections: 'fieldboard.connections',
  /** Id of the connection that the tab uses. */
  current: 'fieldboard.connection',
  /** Followed by a hash of a connection id: how often it was signed out on this device. See `api/connection.ts`. */
  signOuts: 'fieldboard.sign-outs',
  /** In the tab: the pending sign-in, until the server's page redirects back. */
  signIn: 'fieldboard.sign-in',
  language: 'fieldboard.language',
  /** Mantine's own: `light`, `dark` or `auto`. */
  colourScheme: 'mantine-color-scheme-value',
  /** The last copy of `config.json`. */
  config: 'fieldboard.config',
  /** In the tab: the build for which the page was reloaded. */
  reloadedBuild: 'fieldboard.loaded-anew',
  /** In the tab: the simulated faults of the demo. */
  chaos: 'fieldboard.chaos',
  /** In the tab: present if the demo has the projects about which its server fails. */
  faultProjects: 'fieldboard.fault-projects',
  /** On the device: present once the bar that explains the demo was closed. */
  demoBarClosed: 'fieldboard.demo-bar-closed',
} as const

/** Kinds of data stored for one connection. `imports` is always in the tab, the others where the connection is. */
export type PersonalDataKind =
  'views' | 'column-widths' | 'project-columns' | 'first-projects' | 'imports' | 'team-lists' | 'trial-drafts'

/** Keys of former versions, which did not contain the connection. */
const FORMER_KEY = /^fieldboard\.(views|column-widths|imports)\./
export const formerViewsKey = (id: string, assetUid: string) => `fieldboard.views.${id}.${assetUid}` as const

/** `sessionStorage`, or `localStorage`. */
export type StorageArea = 'tab' | 'device'
type StorageKey =
  | (typeof KEYS)[keyof typeof KEYS]
  | `${typeof KEYS.signOuts}:${number}`
  | `fieldboard.of:${string}`
  | ReturnType<typeof formerViewsKey>

/** `undefined` if the browser blocks storage. */
function storageOf(area: StorageArea): Storage | undefined {
  try {
    return area === 'tab' ? sessionStorage : localStorage
  } catch {
    return undefined
  }
}

/** Whether the browser blocks storage for this site. */
export const isStorageBlocked = () => storageOf('tab') === undefined

export const readStored = (area: StorageArea, key: StorageKey): string | null => storageOf(area)?.getItem(key) ?? null

/** Stores a text; `null` removes it. Returns false if the storage is full or blocked, and was not changed. */
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

/** The value of a JSON text; `null` if it is not valid JSON. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed())
const prefixOf = (id: string) => `fieldboard.of:${encode(id)}:` as const

/** The storage key of data that belongs to a connection. */
export const personalDataKey = (id: string, kind: PersonalDataKind, name = '') =>
  `${prefixOf(id)}${kind}:${encode(name)}` as const

/** Removes all data of a connection from one storage. */
export function removePersonalData(id: string, area: StorageArea) {
  for (const key of keysOf(area)) if (key.startsWith(prefixOf(id)) || FORMER_KEY.test(key)) writeStored(area, key, null)
}

/** Moves the data of a connection to the storage of the connection. Data that the device has already is kept. */
export function movePersonalData(id: string, to: StorageArea) {
  const from = to === 'tab' ? 'device' : 'tab'
  for (const key of keysOf(from)) {
    if (!key.startsWith(prefixOf(id)) || key.includes(':imports:')) continue
    const isStored = (to === 'device' && readStored(to, key) !== null) || writeStored(to, key, readStored(from, key))
    if (isStored || from === 'device') writeStored(from, key, null)
  }
}

const keysOf = (area: StorageArea) => Object.keys(storageOf(area) ?? {}) as StorageKey[]

import {
  parsedJson,
  type PersonalDataKind,
  personalKey,
  readStored,
  type StorageArea,
  writeStored,
} from '#/lib/browser-storage.ts'
import { connections } from './connection.ts'

/** Where something of a connection lives: with the tab, unless the connection itself is kept on the device. */
const areaOf = (id: string, kind: PersonalDataKind): StorageArea =>
  kind !== 'imports' && connections.isKept(id) ? 'device' : 'tab'

/** What is stored for a connection under a name, as JSON gives it; `null` where there is nothing. */
export const readPersonal = (id: string, kind: PersonalDataKind, name?: string): unknown =>
  parsedJson(readStored(areaOf(id, kind), personalKey(id, kind, name)))

/**
 * Stores something for a connection, as JSON; `null` removes it. It goes when the connection is forgotten. `false` where
 * nothing is stored: the storage is full or blocked, or the connection was forgotten meanwhile.
 */
export const writePersonal = (id: string, kind: PersonalDataKind, name: string, value: unknown): boolean =>
  connections.find(id) !== undefined &&
  writeStored(areaOf(id, kind), personalKey(id, kind, name), value === null ? null : JSON.stringify(value))

/** Calls back when another tab has stored something under this name. Gives a function that ends it. */
export function onPersonalStored(id: string, kind: PersonalDataKind, name: string, listener: () => void) {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === personalKey(id, kind, name)) listener()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}

import {
  parseJson,
  personalDataKey,
  type PersonalDataKind,
  readStored,
  type StorageArea,
  writeStored,
} from '#/lib/browser-storage.ts'
import { connections } from './connection.ts'

/** The storage of a connection's data: that of the connection, except for imports. */
const areaOf = (id: string, kind: PersonalDataKind): StorageArea =>
  kind !== 'imports' && connections.isOnDevice(id) ? 'device' : 'tab'

/** Reads JSON stored for a connection; `null` if there is none. */
export const readPersonalData = (id: string, kind: PersonalDataKind, name?: string): unknown =>
  parseJson(readStored(areaOf(id, kind), personalDataKey(id, kind, name)))

/**
 * Stores JSON for a connection; `null` removes it. It is removed with the connection. Returns false if it was not stored,
 * because the storage is full or blocked, or the connection was removed.
 */
export const writePersonalData = (id: string, kind: PersonalDataKind, name: string, value: unknown): boolean =>
  connections.find(id) !== undefined &&
  writeStored(areaOf(id, kind), personalDataKey(id, kind, name), value === null ? null : JSON.stringify(value))

/** Subscribes to changes by other tabs. Returns a function that unsubscribes. */
export function onPersonalDataChange(id: string, kind: PersonalDataKind, name: string, listener: () => void) {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === personalDataKey(id, kind, name)) listener()
  }
  addEventListener('storage', onStorage)
  return () => removeEventListener('storage', onStorage)
}

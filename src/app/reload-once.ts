import { isStorageBlocked, KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { unsaved } from '#/lib/unsaved.ts'

/** Contains the build's hash, so that each build reloads once. */
const BUILD = import.meta.url

/** Whether a reload may bring a missing chunk, as after an update: once, and only if nothing unsaved is lost. */
export const canReload = () =>
  navigator.onLine &&
  !unsaved.any() &&
  !isStorageBlocked() && // without storage the second reload looks like the first
  readStored('tab', KEYS.reloadedBuild) !== BUILD

export function reloadOnce() {
  // If the storage is full, the person has to reload.
  if (writeStored('tab', KEYS.reloadedBuild, BUILD)) location.reload()
}

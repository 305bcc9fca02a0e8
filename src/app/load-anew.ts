import { isStorageBlocked, KEYS, readStored, writeStored } from '#/lib/browser-storage.ts'
import { unsaved } from '#/lib/unsaved.ts'

/** Has the build's hash in it: once for each build. */
const BUILD = import.meta.url

/** Whether a part that is missing, as after an update, may be had by loading the page again: once, with nothing to lose. */
export const mayLoadAnew = () =>
  navigator.onLine &&
  !unsaved.any() &&
  !isStorageBlocked() && // nothing would tell the second time from the first
  readStored('tab', KEYS.loadedAnew) !== BUILD

export function loadAnew() {
  // Where the storage is full, the person loads the page again.
  if (writeStored('tab', KEYS.loadedAnew, BUILD)) location.reload()
}

import { unsaved } from '#/lib/unsaved.ts'

const KEY = 'fieldboard.loaded-anew'
/** Has the build's hash in it: once for each build. */
const BUILD = import.meta.url

/** Whether a part that is missing, as after an update, may be had by loading the page again: once, with nothing to lose. */
export function mayLoadAnew(): boolean {
  try {
    return navigator.onLine && !unsaved.any() && sessionStorage.getItem(KEY) !== BUILD
  } catch {
    return false // nothing would tell the second time from the first
  }
}

export function loadAnew() {
  try {
    sessionStorage.setItem(KEY, BUILD)
    location.reload()
  } catch {
    // Full storage: the person loads the page again.
  }
}

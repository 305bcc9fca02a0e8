const MINUTE = 60_000

const listeners = new Set<() => void>()
const notify = () => listeners.forEach((listener) => listener())
let timer: ReturnType<typeof setInterval> | undefined

/** Calls the listener each minute, from one timer for all. Returns a function to stop. */
export function onEveryMinute(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(notify, MINUTE)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

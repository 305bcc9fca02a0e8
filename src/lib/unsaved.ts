const changed = new Set<symbol>()
const listeners = new Set<() => void>()

const tell = () => listeners.forEach((listener) => listener())

/** Which forms of the page hold changes that are not saved. */
export const unsaved = {
  /** @returns what takes it back. */
  add: (): (() => void) => {
    const form = Symbol('form')
    changed.add(form)
    tell()
    return () => {
      changed.delete(form)
      tell()
    }
  },
  any: () => changed.size > 0,
  /** What they were about is gone, and they with it. */
  forgetAll: () => {
    changed.clear()
    tell()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

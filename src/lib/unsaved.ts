/** A place in the app. */
interface Place {
  pathname: string
  search: string
}

/** By form: the search parameter whose change also leaves the form. */
const changed = new Map<symbol, string | undefined>()
const listeners = new Set<() => void>()

const notify = () => listeners.forEach((listener) => listener())

const parameterOf = ({ search }: Place, name: string) => new URLSearchParams(search).get(name)

/** The forms of the page with unsaved changes. */
export const unsaved = {
  /**
   * Registers a form with unsaved changes. `param`: a search parameter whose change also leaves the form. Returns a
   * function that removes it.
   */
  add: (param?: string): (() => void) => {
    const form = Symbol('form')
    changed.set(form, param)
    notify()
    return () => {
      changed.delete(form)
      notify()
    }
  },
  any: () => changed.size > 0,
  /** Whether going from one place to another leaves a form with unsaved changes. */
  isLeft: (from: Place, to: Place) =>
    changed.size > 0 &&
    (from.pathname !== to.pathname ||
      [...changed.values()].some(
        (param) => param !== undefined && parameterOf(from, param) !== parameterOf(to, param),
      )),
  /** Removes all, after what they would change was deleted. */
  clear: () => {
    changed.clear()
    notify()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

import { createContext, useContext, useEffect, useMemo } from 'react'

/** Columns with cells in sight that have no answers yet. */
interface NeededColumns {
  /** A cell of the column is in sight; call back when it no longer is. */
  need: (id: string) => () => void
  /** Asks for columns that are not in sight. */
  ask: (ids: readonly string[]) => void
}

const NeededColumnsContext = createContext<NeededColumns>({ need: () => () => {}, ask: () => {} })
export const NeededColumnsProvider = NeededColumnsContext

/** Scrolling past does not ask for what was in sight for a moment only. */
const MOMENT = 60 // milliseconds
/** Further columns that are asked for along: about as many as the next screen has. */
const AHEAD = 12

function collect(order: readonly string[], ask: (ids: readonly string[]) => void) {
  const cells = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const askNow = () => {
    timer = undefined
    const places = order.flatMap((id, index) => (cells.has(id) ? [index] : []))
    const [first, last] = [places[0], places.at(-1)]
    if (first !== undefined && last !== undefined) ask(order.slice(first, last + 1 + AHEAD))
  }
  return {
    ask,
    stop: () => clearTimeout(timer),
    need: (id: string) => {
      cells.set(id, (cells.get(id) ?? 0) + 1)
      timer ??= setTimeout(askNow, MOMENT)
      return () => {
        const left = (cells.get(id) ?? 1) - 1
        if (left > 0) cells.set(id, left)
        else cells.delete(id)
      }
    },
  }
}

/** Collects which columns are in sight without answers, and asks for them and the next ones. */
export function useNewNeededColumns(order: readonly string[], ask: (ids: readonly string[]) => void): NeededColumns {
  const needed = useMemo(() => collect(order, ask), [order, ask])
  useEffect(() => needed.stop, [needed])
  return needed
}

export const useNeededColumns = () => useContext(NeededColumnsContext)

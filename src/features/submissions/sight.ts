import { useState } from 'react'

export interface Sight {
  /** Both count from 0. */
  first: number
  last: number
}

/** Which rows are in sight, for those who tell of it: nothing else is drawn again as one scrolls. */
export interface SightStore {
  get: () => Sight | null
  set: (sight: Sight) => void
  subscribe: (listener: () => void) => () => void
}

export const useSightStore = (): SightStore => useState(createSight)[0]

function createSight(): SightStore {
  let sight: Sight | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => sight,
    set: (next) => {
      sight = next
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

import { useState } from 'react'

/** A value outside React's state: only its subscribers render again when it changes. */
export interface SharedValue<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** A shared value that lives as long as the component. */
export const useSharedValue = <T>(initial: T): SharedValue<T> => useState(() => createSharedValue(initial))[0]

/** Creates a shared value; `set` notifies all subscribers. */
export function createSharedValue<T>(initial: T): SharedValue<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

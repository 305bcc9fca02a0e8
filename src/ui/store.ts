import { useState } from 'react'

/** A value for those who ask for it: when it changes, nothing else is drawn again. */
export interface SharedValue<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** One that lasts as long as the component. */
export const useNewSharedValue = <T>(initial: T): SharedValue<T> => useState(() => createSharedValue(initial))[0]

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

import { type SetStateAction, useCallback, useState } from 'react'

/**
 * State that belongs to a key: under another key it starts with `initial` again. An update that was begun under a former
 * key is dropped, as that of a request whose result nobody waits for any more.
 */
export function useKeyedState<Value>(
  key: string,
  initial: Value,
): [value: Value, setValue: (next: SetStateAction<Value>) => void] {
  const [state, setState] = useState({ key, value: initial })
  if (state.key !== key) setState({ key, value: initial })
  const setValue = useCallback(
    (next: SetStateAction<Value>) =>
      setState((before) => {
        if (before.key !== key) return before
        const value = isUpdater(next) ? next(before.value) : next
        return Object.is(value, before.value) ? before : { key, value }
      }),
    [key],
  )
  return [state.key === key ? state.value : initial, setValue]
}

const isUpdater = <Value>(next: SetStateAction<Value>): next is (before: Value) => Value => typeof next === 'function'

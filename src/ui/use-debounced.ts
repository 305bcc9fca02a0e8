import { useEffect, useRef, useState } from 'react'

/**
 * Delays the calls of a function until `delay` milliseconds after the last one; `flush` makes a delayed call at once.
 * Mantine's is three times as large, and the list of projects, which is the first page, needs no more.
 */
export function useDebounced<Value>(callback: (value: Value) => void, delay: number) {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  const [debounced] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let run = () => {}
    const cancel = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const flush = () => {
      if (timer === undefined) return
      cancel()
      run()
    }
    const call = (value: Value) => {
      cancel()
      run = () => latest.current(value)
      timer = setTimeout(flush, delay)
    }
    return { call, flush, cancel }
  })
  useEffect(() => debounced.cancel, [debounced])
  return debounced
}

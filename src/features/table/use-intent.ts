import { useEffect, useRef } from 'react'

/** Milliseconds: a pointer that only passes stays shorter. */
const DELAY = 150

/** Handlers that call `onIntent` when the pointer or the keyboard focus rests on a control, which is about to be used. */
export function useIntent(onIntent: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const cancel = () => clearTimeout(timer.current)
  const begin = () => {
    cancel()
    timer.current = setTimeout(onIntent, DELAY)
  }
  return { onPointerEnter: begin, onFocus: begin, onPointerLeave: cancel, onBlur: cancel, cancel }
}

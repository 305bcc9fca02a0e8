import { useEffect, useEffectEvent, useRef } from 'react'

/** A ref for an element on which a file can be dropped. */
export function useFileDrop<E extends HTMLElement>(onFile: (file: File) => void) {
  const ref = useRef<E>(null)
  const drop = useEffectEvent(onFile)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const listening = new AbortController()
    const { signal } = listening
    element.addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
      },
      { signal },
    )
    element.addEventListener(
      'drop',
      (event) => {
        const file = event.dataTransfer?.files[0]
        if (!file) return
        event.preventDefault()
        drop(file)
      },
      { signal },
    )
    return () => listening.abort()
  }, [])
  return ref
}

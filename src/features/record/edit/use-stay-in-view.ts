import { type RefObject, useEffect } from 'react'

/** Scrolls an element into view when it appears and whenever it grows, as by an error, while it has the focus. */
export function useStayInView(ref: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = ref.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      // A button that is disabled loses the focus to the page.
      const isFocused = element.contains(document.activeElement) || document.activeElement === document.body
      if (isFocused) element.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
}

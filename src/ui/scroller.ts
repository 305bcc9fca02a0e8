/** The element itself or its nearest ancestor that scrolls: on low screens not `main`, but the whole page around it. */
export function scrollerOf(element: Element): HTMLElement {
  for (let one: Element | null = element; one; one = one.parentElement) {
    if (one instanceof HTMLElement && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one
  }
  return document.documentElement
}

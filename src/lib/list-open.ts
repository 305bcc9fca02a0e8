/** Whether the target of a key event has an open list, which Escape closes. */
export const isListOpen = (target: EventTarget | null) =>
  target instanceof Element && target.getAttribute('aria-expanded') === 'true'

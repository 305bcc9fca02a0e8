/** The visible part of a list, along one axis, in pixels. */
interface Viewport {
  /** The scroll offset. */
  offset: number
  size: number
}

interface Item {
  start: number
  size: number
}

/** The nearest scroll offset that shows the whole item, or its start if the item is larger than the viewport. */
export function offsetToReveal(viewport: Viewport, item: Item): number {
  if (item.start < viewport.offset || item.size > viewport.size) return item.start
  return Math.max(viewport.offset, item.start + item.size - viewport.size)
}

/** Along one direction: what is in sight of a list, and an item of it. */
interface Sight {
  /** How far it is scrolled. */
  offset: number
  /** How much of the list can be seen beside what stays in place. */
  length: number
}

interface Item {
  start: number
  size: number
}

/** How far to scroll, at least, so that the whole item is in sight; its start where it is larger than that. */
export function revealed({ offset, length }: Sight, { start, size }: Item): number {
  if (start < offset || size > length) return start
  return Math.max(offset, start + size - length)
}

/** All in pixels. */
interface ScrollSizes {
  /** Of all rows. */
  whole: number
  /** How much of them can be seen at once. */
  sight: number
}

/** Browsers draw nothing beyond 17 million pixels or so: rows further down are reached by a shorter way. */
export const TALLEST = 12_000_000
/** Near the ends of that way a pixel is a pixel: nobody comes to an end too early, or past it. */
const EDGE = 1_000_000

/** How tall the rows are for the browser. */
export const drawnHeight = (whole: number) => Math.min(whole, TALLEST)

/** How far down among all rows it is where the browser has scrolled so far. */
export function toRows(scrolled: number, { whole, sight }: ScrollSizes): number {
  const [way, all] = [drawnHeight(whole) - sight, whole - sight]
  if (all <= way || scrolled <= EDGE) return clamp(scrolled, all)
  if (scrolled >= way - EDGE) return clamp(all - (way - scrolled), all)
  return EDGE + ((scrolled - EDGE) * (all - 2 * EDGE)) / (way - 2 * EDGE)
}

/** The other way round. */
export function toScrolled(down: number, { whole, sight }: ScrollSizes): number {
  const [way, all] = [drawnHeight(whole) - sight, whole - sight]
  if (all <= way || down <= EDGE) return clamp(down, way)
  if (down >= all - EDGE) return clamp(way - (all - down), way)
  return EDGE + ((down - EDGE) * (way - 2 * EDGE)) / (all - 2 * EDGE)
}

const clamp = (length: number, most: number) => Math.max(0, Math.min(length, most))

/** In pixels. */
interface ScrollSizes {
  /** The height of all rows. */
  contentHeight: number
  /** The height of the visible part. */
  viewportHeight: number
}

/** Browsers cannot lay out much more than 17 million pixels: taller content scrolls on a shorter, scaled track. */
export const MAX_SCROLL_HEIGHT = 12_000_000
/** Pixels at both ends that are not scaled, so that scrolling stops exactly at the first and the last row. */
const UNSCALED = 1_000_000

/** The height of the content in the browser's layout, in pixels. */
export const scaledHeight = (contentHeight: number) => Math.min(contentHeight, MAX_SCROLL_HEIGHT)

/** Converts the element's `scrollTop` to the offset within all rows. */
export function toContentOffset(scrollTop: number, sizes: ScrollSizes): number {
  const { maxScrollTop, maxOffset } = limits(sizes)
  if (maxOffset <= maxScrollTop || scrollTop <= UNSCALED) return clamp(scrollTop, maxOffset)
  if (scrollTop >= maxScrollTop - UNSCALED) return clamp(maxOffset - (maxScrollTop - scrollTop), maxOffset)
  return UNSCALED + ((scrollTop - UNSCALED) * (maxOffset - 2 * UNSCALED)) / (maxScrollTop - 2 * UNSCALED)
}

/** Converts an offset within all rows to the element's `scrollTop`. */
export function toScrollTop(offset: number, sizes: ScrollSizes): number {
  const { maxScrollTop, maxOffset } = limits(sizes)
  if (maxOffset <= maxScrollTop || offset <= UNSCALED) return clamp(offset, maxScrollTop)
  if (offset >= maxOffset - UNSCALED) return clamp(maxScrollTop - (maxOffset - offset), maxScrollTop)
  return UNSCALED + ((offset - UNSCALED) * (maxScrollTop - 2 * UNSCALED)) / (maxOffset - 2 * UNSCALED)
}

const limits = ({ contentHeight, viewportHeight }: ScrollSizes) => ({
  maxScrollTop: scaledHeight(contentHeight) - viewportHeight,
  maxOffset: contentHeight - viewportHeight,
})

const clamp = (offset: number, max: number) => Math.max(0, Math.min(offset, max))

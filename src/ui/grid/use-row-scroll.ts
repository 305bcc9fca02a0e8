import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { HEAD_HEIGHT, ROW_HEIGHT, TOTALS_HEIGHT } from './grid-types.ts'
import { scaledHeight, toContentOffset, toScrollTop } from './scaled-scroll.ts'
import { offsetToReveal } from './scroll-into-view.ts'

interface VisibleRange {
  first: number
  /** Less than `first` if no row is visible. */
  last: number
  /** Pixels to subtract from a row's position, because the scrolled track is shorter than all rows. */
  shift: number
}

export type RowScroll = ReturnType<typeof useRowScroll>

/** The height of the page around a grid that fills it, in pixels: about that of its bars. */
const AROUND_GRID = 260

/** Milliseconds without a scroll event after which scrolling has ended. */
const SCROLL_END_DELAY = 150

/**
 * The range of visible rows and the scroll position. All rows have the same height, so both are computed: a virtualizer
 * would hold an item for each of a million rows.
 */
export function useRowScroll(ref: RefObject<HTMLElement | null>, rowCount: number) {
  // The rows that fit are rendered at once, not after the first layout, which corrects this.
  const [visibleRange, setVisibleRange] = useState<VisibleRange>(() => ({
    first: 0,
    last: lastVisible(0, innerHeight - AROUND_GRID - HEAD_HEIGHT - TOTALS_HEIGHT, rowCount),
    shift: 0,
  }))
  const position = useRef({ scrollTop: 0, contentOffset: 0, shift: 0 })
  const contentHeight = rowCount * ROW_HEIGHT

  const updateVisibleRange = useCallback(() => {
    const { contentOffset, shift } = position.current
    const viewportHeight = viewportHeightOf(ref.current)
    const first = Math.max(0, Math.floor(contentOffset / ROW_HEIGHT))
    const last = lastVisible(contentOffset, viewportHeight, rowCount)
    setVisibleRange((before) =>
      before.first === first && before.last === last && before.shift === shift ? before : { first, last, shift },
    )
  }, [ref, rowCount])

  const scrollToOffset = useCallback(
    (contentOffset: number) => {
      const grid = ref.current
      if (!grid) return
      grid.scrollTop = toScrollTop(contentOffset, { contentHeight, viewportHeight: viewportHeightOf(grid) })
      // The browser may have rounded it.
      const { scrollTop } = grid
      position.current = isScaled(contentHeight)
        ? { scrollTop, contentOffset, shift: contentOffset - scrollTop }
        : { scrollTop, contentOffset: scrollTop, shift: 0 }
      updateVisibleRange()
    },
    [ref, contentHeight, updateVisibleRange],
  )

  useLayoutEffect(() => {
    const grid = ref.current
    if (!grid) return undefined
    let scrollEnd: ReturnType<typeof setTimeout>
    const followScroll = () => {
      const before = position.current
      const { scrollTop } = grid
      const viewportHeight = viewportHeightOf(grid)
      const isNear = Math.abs(scrollTop - before.scrollTop) < 3 * grid.clientHeight
      // Short distances scroll pixel by pixel; after a long one the scroll bar gives the position.
      const contentOffset = isNear
        ? Math.max(0, Math.min(contentHeight - viewportHeight, scrollTop + before.shift))
        : toContentOffset(scrollTop, { contentHeight, viewportHeight })
      position.current = isScaled(contentHeight)
        ? { scrollTop, contentOffset, shift: isNear ? before.shift : contentOffset - scrollTop }
        : { scrollTop, contentOffset: scrollTop, shift: 0 }
    }
    const onScroll = () => {
      followScroll()
      flushSync(updateVisibleRange) // otherwise the browser paints a gap first
      clearTimeout(scrollEnd)
      // Scrolling pixel by pixel drifts from the scaled track, whose end would then come too early or too late.
      if (isScaled(contentHeight)) {
        scrollEnd = setTimeout(() => scrollToOffset(position.current.contentOffset), SCROLL_END_DELAY)
      }
    }
    const observer = new ResizeObserver(updateVisibleRange)
    grid.addEventListener('scroll', onScroll, { passive: true })
    observer.observe(grid)
    followScroll()
    updateVisibleRange()
    return () => {
      clearTimeout(scrollEnd)
      grid.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [ref, contentHeight, updateVisibleRange, scrollToOffset])

  const topOf = (index: number) => {
    const top = index * ROW_HEIGHT - visibleRange.shift
    // The active row is rendered even if it is far away: it must not make the scroll track longer.
    return isScaled(contentHeight) && (top < 0 || top >= scaledHeight(contentHeight)) ? -2 * ROW_HEIGHT : top
  }

  return {
    ...visibleRange,
    /** The height of the rows in the browser's layout, in pixels. */
    height: scaledHeight(contentHeight),
    /** The position of a row in the browser's layout, in pixels. */
    topOf,
    scrollToTop: useCallback(() => scrollToOffset(0), [scrollToOffset]),
    /** Scrolls until the row is fully visible between the header and the totals. */
    scrollToRow: (index: number) => {
      const { contentOffset } = position.current
      const offset = offsetToReveal(
        { offset: contentOffset, size: viewportHeightOf(ref.current) },
        { start: index * ROW_HEIGHT, size: ROW_HEIGHT },
      )
      if (offset !== contentOffset) scrollToOffset(offset)
    },
  }
}

const isScaled = (contentHeight: number) => scaledHeight(contentHeight) < contentHeight

const lastVisible = (contentOffset: number, viewportHeight: number, rowCount: number) =>
  viewportHeight > 0 ? Math.min(rowCount, Math.ceil((contentOffset + viewportHeight) / ROW_HEIGHT)) - 1 : -1

/** The height between the header and the totals, in pixels. */
const viewportHeightOf = (grid: HTMLElement | null) =>
  Math.max(0, (grid?.clientHeight ?? 0) - HEAD_HEIGHT - TOTALS_HEIGHT)

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { HEAD_HEIGHT, ROW_HEIGHT, TOTALS_HEIGHT } from './grid-types.ts'
import { drawnHeight, toRows, toScrolled } from './scaled-scroll.ts'
import { revealed } from './scroll-into-view.ts'

interface RowsInSight {
  first: number
  /** Below `first` where nothing is in sight. */
  last: number
  /** How many pixels further down the rows are than the browser has scrolled. */
  shift: number
}

export type RowScroll = ReturnType<typeof useRowScroll>

/** Milliseconds without a scroll after which it has come to rest. */
const REST = 150

/** Which of many rows, all of one height, are in sight: by arithmetic, as a list of a million places would be heavy. */
export function useRowScroll(ref: RefObject<HTMLElement | null>, rowCount: number) {
  const [inSight, setInSight] = useState<RowsInSight>({ first: 0, last: -1, shift: 0 })
  const place = useRef({ scrolled: 0, down: 0, shift: 0 })
  const whole = rowCount * ROW_HEIGHT

  const look = useCallback(() => {
    const { down, shift } = place.current
    const sight = sightOf(ref.current)
    const first = Math.max(0, Math.floor(down / ROW_HEIGHT))
    const last = sight > 0 ? Math.min(rowCount, Math.ceil((down + sight) / ROW_HEIGHT)) - 1 : -1
    setInSight((before) =>
      before.first === first && before.last === last && before.shift === shift ? before : { first, last, shift },
    )
  }, [ref, rowCount])

  const goTo = useCallback(
    (down: number) => {
      const grid = ref.current
      if (!grid) return
      grid.scrollTop = toScrolled(down, { whole, sight: sightOf(grid) })
      // Browsers round it.
      const scrolled = grid.scrollTop
      place.current = { scrolled, down, shift: isScaled(whole) ? down - scrolled : 0 }
      if (!isScaled(whole)) place.current.down = scrolled
      look()
    },
    [ref, whole, look],
  )

  useLayoutEffect(() => {
    const grid = ref.current
    if (!grid) return undefined
    let rest: ReturnType<typeof setTimeout>
    const follow = () => {
      const before = place.current
      const scrolled = grid.scrollTop
      const sight = sightOf(grid)
      const isNear = Math.abs(scrolled - before.scrolled) < 3 * grid.clientHeight
      // A short way is gone pixel by pixel; along a long one the scroll bar says where.
      const down = isNear
        ? Math.max(0, Math.min(whole - sight, scrolled + before.shift))
        : toRows(scrolled, { whole, sight })
      place.current = isScaled(whole)
        ? { scrolled, down, shift: isNear ? before.shift : down - scrolled }
        : { scrolled, down: scrolled, shift: 0 }
    }
    const onScroll = () => {
      follow()
      flushSync(look) // else the browser would show the gap first
      clearTimeout(rest)
      // So that the ends are never reached too early.
      if (isScaled(whole)) rest = setTimeout(() => goTo(place.current.down), REST)
    }
    const observer = new ResizeObserver(look)
    grid.addEventListener('scroll', onScroll, { passive: true })
    observer.observe(grid)
    follow()
    look()
    return () => {
      clearTimeout(rest)
      grid.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [ref, whole, look, goTo])

  const topOf = (index: number) => {
    const top = index * ROW_HEIGHT - inSight.shift
    // One that is kept drawn far away from the others must not make the way longer.
    return isScaled(whole) && (top < 0 || top >= drawnHeight(whole)) ? -2 * ROW_HEIGHT : top
  }

  return {
    ...inSight,
    /** How tall the rows are for the browser. */
    height: drawnHeight(whole),
    /** Where a row is drawn among them. */
    topOf,
    toTop: useCallback(() => goTo(0), [goTo]),
    /** Scrolls as far as needed for a row to stand clear of the heads. */
    reveal: (index: number) => {
      const { down } = place.current
      const to = revealed(
        { offset: down, length: sightOf(ref.current) },
        { start: index * ROW_HEIGHT, size: ROW_HEIGHT },
      )
      if (to !== down) goTo(to)
    },
  }
}

const isScaled = (whole: number) => drawnHeight(whole) < whole

/** How much of the rows can be seen between the heads and the totals. */
const sightOf = (grid: HTMLElement | null) => Math.max(0, (grid?.clientHeight ?? 0) - HEAD_HEIGHT - TOTALS_HEIGHT)

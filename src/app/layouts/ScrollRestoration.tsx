import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { isReturning } from '#/app/last-addresses.ts'
import { scrollerOf } from '#/ui/scroller.ts'

type Position = Pick<HTMLElement, 'scrollTop' | 'scrollLeft'>

/** A scroller of its own inside the page: the grid. */
const INNER_SCROLLER = '[data-scroller]'
/** How many frames a position is waited for: until the rows are there. */
const MAX_FRAMES = 600
/** How many frames it has to stay: what loads after it may scroll to its own start. */
const STABLE_FRAMES = 10
/** Somebody who does any of this wants to be elsewhere. */
const INTERRUPTIONS = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const

/**
 * Keeps the scroll positions of the page and its grid by history entry, and restores them on going back, and by links that
 * return to a page. Other navigation to another page starts at the top. React Router's `ScrollRestoration` knows the
 * window only. It is loaded after the first page, for which there is nothing to restore.
 */
export function ScrollRestoration({ main }: { main: RefObject<HTMLElement | null> }) {
  const { key, pathname, search, state } = useLocation()
  const type = useNavigationType()
  const positions = useRef(new Map<string, Map<string, Position>>())
  const lastPathname = useRef(pathname)
  /** What is scrolled now is remembered for the history entry, and for links that return to this address. */
  const keys = useRef<readonly string[]>([])

  useEffect(() => {
    // The scroller of the page is `main`, or on low screens an ancestor of it.
    const element = main.current
    const remember = ({ target }: { target: EventTarget | null }) => {
      if (!(target instanceof HTMLElement) || !element) return
      if (target !== scrollerOf(element) && !target.matches(INNER_SCROLLER)) return
      const { scrollTop, scrollLeft } = target
      for (const one of keys.current) {
        const ofPage = positions.current.get(one) ?? new Map<string, Position>()
        positions.current.set(one, ofPage.set(nameOf(target), { scrollTop, scrollLeft }))
      }
    }
    addEventListener('scroll', remember, { capture: true, passive: true })
    // What was scrolled before this was loaded.
    if (element)
      for (const target of [scrollerOf(element), ...element.querySelectorAll(INNER_SCROLLER)]) remember({ target })
    return () => removeEventListener('scroll', remember, { capture: true })
  }, [main])

  useLayoutEffect(() => {
    const [lastKey = ''] = keys.current
    // Addresses that are typed, and the first one, share a key.
    const entry = key === 'default' ? pathname + search : key
    keys.current = [entry, pathname + search]
    const isOtherPage = lastPathname.current !== pathname
    lastPathname.current = pathname
    const element = main.current
    if (!isOtherPage) {
      // A filter or a panel: the page stays where it is, and is remembered so.
      for (const one of keys.current) positions.current.set(one, new Map(positions.current.get(lastKey)))
      return undefined
    }
    if (!element) return undefined
    const saved = positions.current.get(type === 'POP' ? entry : isReturning(state) ? pathname + search : '')
    if (saved) return restore(element, [...saved])
    // In the next frame, which has to lay out the page anyway; here it would force another layout.
    const frame = requestAnimationFrame(() => scrollerOf(element).scrollTo(0, 0))
    return () => cancelAnimationFrame(frame)
  }, [main, key, pathname, search, state, type])
  return null
}

const nameOf = (element: HTMLElement) => element.dataset['scroller'] ?? ''

const findScroller = (main: HTMLElement, name: string) =>
  name === '' ? scrollerOf(main) : main.querySelector<HTMLElement>(`[data-scroller="${name}"]`)

/** Scrolls to the positions as soon as the page is long enough, unless somebody scrolls first. */
function restore(main: HTMLElement, saved: readonly [string, Position][]) {
  let frame = 0
  let stable = 0
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const event of INTERRUPTIONS) removeEventListener(event, stop, { capture: true })
  }
  const attempt = (count: number) => {
    const isDone = saved
      .map(([name, position]) => {
        const element = findScroller(main, name)
        if (element && !isAt(element, position)) Object.assign(element, position)
        return element !== null && isAt(element, position)
      })
      .every(Boolean)
    stable = isDone ? stable + 1 : 0
    if (stable === STABLE_FRAMES || count === MAX_FRAMES) return stop()
    frame = requestAnimationFrame(() => attempt(count + 1))
  }
  for (const event of INTERRUPTIONS) addEventListener(event, stop, { capture: true, passive: true })
  attempt(0)
  return stop
}

/** Browsers round positions to device pixels. */
const isAt = (element: HTMLElement, { scrollTop, scrollLeft }: Position) =>
  Math.abs(element.scrollTop - scrollTop) < 2 && Math.abs(element.scrollLeft - scrollLeft) < 2

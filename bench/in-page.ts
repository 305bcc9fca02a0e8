import type { Page } from '@playwright/test'

declare global {
  /** What the page itself measures. */
  var bench: { tasks: { start: number; duration: number }[] } | undefined
}

/** Long tasks are counted from the first line of a page on. */
export const watchTasks = (page: Page) =>
  page.addInitScript(() => {
    globalThis.bench = { tasks: [] }
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        globalThis.bench?.tasks.push({ start: startTime, duration })
    }).observe({ type: 'longtask', buffered: true })
  })

/** Milliseconds that the longest task took since then, in the page's time. */
export const longestTask = (page: Page, since: number) =>
  page.evaluate(
    (from) =>
      Math.max(0, ...(globalThis.bench?.tasks ?? []).map(({ start, duration }) => (start >= from ? duration : 0))),
    since,
  )

/** Resolves when 45 frames in a row came without delay. */
export const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let onTime = 0
        let last = performance.now()
        const look = () => {
          const now = performance.now()
          onTime = now - last < 40 ? onTime + 1 : 0
          last = now
          if (onTime > 45) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )

interface Opened {
  /** When it began, in the page's time. */
  start: number
  /** Milliseconds until it could be seen. */
  took: number
}

/** Goes to another address of the app, and waits until the table shows rows that were not there before. */
export const openTable = (page: Page, address: string): Promise<Opened> =>
  page.evaluate(
    (hash) =>
      new Promise<{ start: number; took: number }>((resolve) => {
        const shown = () => {
          const grid = document.querySelector('[role=grid]')
          if (!grid || grid.getAttribute('aria-busy') === 'true') return null
          const cells = [...grid.querySelectorAll('[data-row="0"] [role=gridcell], [data-row="0"][role=gridcell]')]
          const text = cells.map(({ textContent }) => textContent).join('|')
          return cells.length > 1 && text.length > cells.length ? `${grid.getAttribute('aria-rowcount')} ${text}` : null
        }
        const before = shown()
        const start = performance.now()
        location.hash = hash
        const look = () => {
          const now = shown()
          if (now !== null && now !== before)
            requestAnimationFrame(() => resolve({ start, took: performance.now() - start }))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    address,
  )

/** Milliseconds from the start of the page until an element with text is shown. */
export const untilShown = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if ([...document.querySelectorAll(wanted)].some(({ textContent }) => textContent))
            requestAnimationFrame(() => resolve(performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      }),
    selector,
  )

/** Follows a link of the app by its address. Returns when that was, in milliseconds from the start of the page. */
export const followLink = (page: Page, hash: string): Promise<number> =>
  page.evaluate((address) => {
    const link = document.querySelector<HTMLAnchorElement>(`a[href="${address}"]`)
    if (!link) throw new Error(`There is no link to ${address}.`)
    const start = performance.now()
    link.click()
    return start
  }, hash)

/** Selects a row with the keyboard; milliseconds until its checkbox was drawn. */
export const selectRow = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector<HTMLElement>('[role=grid]')
        const selected = () => grid?.querySelectorAll('[role=row][aria-selected=true]').length ?? 0
        grid?.focus()
        requestAnimationFrame(() => {
          const before = selected()
          const start = performance.now()
          grid?.dispatchEvent(
            new KeyboardEvent('keydown', { key: ' ', shiftKey: true, bubbles: true, cancelable: true }),
          )
          const look = () => {
            if (selected() !== before) return requestAnimationFrame(() => resolve(performance.now() - start))
            if (performance.now() - start > 5000) return resolve(Number.NaN)
            return requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        })
      }),
  )

/** Scrolls the table to its other side in so many steps, a frame for each; milliseconds that each frame took. */
export const scrollSideways = (page: Page, steps: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    if (!grid) return []
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const end = grid.scrollWidth - grid.clientWidth
    const frames: number[] = []
    let last = await frame()
    for (let step = 1; step <= count; step += 1) {
      grid.scrollLeft = (end * step) / count
      const now = await frame()
      frames.push(now - last)
      last = now
    }
    return frames
  }, steps)

export const nodeCount = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

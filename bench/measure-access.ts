import type { Browser } from '@playwright/test'
import { startServer } from '../tooling/processes.ts'
import { type Conditions, freshPage, heapOf, signIn } from './browser.ts'
import { longestTask, nodeCount, scrollSideways, settle, untilShown } from './in-page.ts'
import { percentile, type Result } from './results.ts'

/** Projects by people. */
const ACCESS_SIZE = '1000x200'
const LIMITS = { longest: 200, heap: 120, frame: 17 }
const FRAMES = 61
const MATRIX = '[role=grid] [data-row="0"] [role=gridcell]'

/** Somebody opens the access review of many projects and people, and scrolls through it. */
export async function measureAccess(browser: Browser, conditions: Conditions): Promise<Result[]> {
  const server = await startServer('demo-server', ['--port', '0', '--app', '/', '--gzip', '--access', ACCESS_SIZE])
  const address = `${server.address}/`
  const state = await signIn(browser, address)
  const measured = await freshPage(browser, state, conditions)
  const { page, context } = measured
  const results: Result[] = []
  const note = (label: string, value: number, unit: string, limit: number | null = null) =>
    results.push({ name: `access review, 1,000 × 200${conditions.name}: ${label}`, value, unit, limit })

  await page.goto(`${address}#/access`, { waitUntil: 'commit' })
  note('first paint', await untilShown(page, 'main h1'), 'ms')
  note('all projects visible', await untilShown(page, MATRIX), 'ms')
  await settle(page)
  note('longest task of that', await longestTask(page, 0), 'ms', LIMITS.longest)
  note('DOM nodes', await nodeCount(page), '')
  note('heap', await heapOf(measured), 'MB', LIMITS.heap)

  const start = await page.evaluate(() => performance.now())
  const sideways = await scrollSideways(page, FRAMES)
  note('scrolled sideways, 95 % of frames', percentile(sideways, 0.95), 'ms', LIMITS.frame)
  const down = await page.evaluate(async (steps) => {
    const grid = document.querySelector<HTMLElement>('[role=grid]')
    if (!grid) return []
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const frames: number[] = []
    let last = await frame()
    for (let step = 1; step <= steps; step += 1) {
      grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * step) / steps
      const now = await frame()
      frames.push(now - last)
      last = now
    }
    return frames
  }, FRAMES)
  note('scrolled down, 95 % of frames', percentile(down, 0.95), 'ms', LIMITS.frame)
  note('longest task of scrolling', await longestTask(page, start), 'ms', LIMITS.longest)
  await context.close()
  server.stop()
  return results
}

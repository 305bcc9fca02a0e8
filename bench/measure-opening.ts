import type { Browser, Page } from '@playwright/test'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { roundTrips, type SentRequest } from '../tooling/sent-requests.ts'
import { type Conditions, freshPage, type signIn, SLOW_LAPTOP, SLOW_NETWORK } from './browser.ts'
import { followLink, settle, untilShown } from './in-page.ts'
import type { Result } from './results.ts'

type State = Awaited<ReturnType<typeof signIn>>

const { uid } = DEMO_PROJECTS.household
const LIST = '#/projects'
const PROJECT = `${LIST}/${uid}`
const TABLE = `${PROJECT}/submissions`

/** By which a page is known to be shown: the list by its projects, which come before the app itself. */
const SHOWN = {
  list: 'main table a[href]',
  wholeList: '#root main table a[href]',
  project: 'main dl dd',
  table: '[role=grid]:not([aria-busy=true]) [data-row="0"]',
}

/** How long nobody does anything before the next page is opened, in milliseconds. */
const PAUSE = 3000

interface Limits {
  visible?: number
  requests?: number
  roundTrips?: number
  kilobytes?: number
}

/** The most milliseconds until something is visible, by the conditions. */
const msOf = ({ name }: Conditions, here: number | undefined, slowLaptop: number | undefined, slowNetwork: number) =>
  name === SLOW_NETWORK.name ? slowNetwork : name === SLOW_LAPTOP.name ? slowLaptop : here

/** Opens the list, a project from it and its table from that, then all again with what the browser kept. */
export async function measureOpening(browser: Browser, state: State, address: string, conditions: Conditions) {
  const { page, context, requests } = await freshPage(browser, state, conditions)
  const results: Result[] = []

  /** From here until `shown`, and what was sent meanwhile. */
  const note = (name: string, visible: number, sent: readonly SentRequest[], limits: Limits = {}) => {
    const line = (what: string, value: number, unit: string, limit: number | undefined) =>
      results.push({ name: `${name}${conditions.name}: ${what}`, value, unit, limit: limit ?? null })
    line('visible', visible, 'ms', limits.visible)
    line('requests', sent.length, '', limits.requests)
    line('over the network', sum(sent) / 1000, 'kB', limits.kilobytes)
    // Here all of them are so short that they seem to wait for one another.
    if (conditions.network) line('round trips in series', roundTrips(sent), '', limits.roundTrips)
  }

  const visit = async (name: string, hash: string, shown: string, limits?: Limits) => {
    await page.goto('about:blank')
    requests.clear()
    await page.goto(address + hash, { waitUntil: 'commit' })
    const visible = await untilShown(page, shown)
    const whole = shown === SHOWN.list ? await untilShown(page, SHOWN.wholeList) : visible
    note(name, visible, (shown === SHOWN.list ? ofList : ofPage)(requests.ended()), limits)
    if (whole !== visible)
      results.push({ name: `${name}${conditions.name}: complete`, value: whole, unit: 'ms', limit: null })
    await rest(page)
  }

  const follow = async (name: string, hash: string, shown: string, limits?: Limits) => {
    requests.clear()
    const start = await followLink(page, hash)
    const visible = (await untilShown(page, shown)) - start
    note(name, visible, ofPage(requests.ended()), limits)
    await rest(page)
  }

  await visit('list of projects, first visit', LIST, SHOWN.list, {
    ...limit(msOf(conditions, undefined, undefined, 4500)),
    requests: 15,
    roundTrips: 3,
    kilobytes: 230,
  })
  await follow('project, from the list', PROJECT, SHOWN.project, limit(msOf(conditions, 300, 800, 1500)))
  await follow('table, from the project', TABLE, SHOWN.table, limit(msOf(conditions, 450, undefined, 1800)))
  await visit('list of projects, return visit', LIST, SHOWN.list, {
    ...limit(msOf(conditions, undefined, undefined, 1500)),
    requests: 4,
  })
  await visit('project, return visit', PROJECT, SHOWN.project)
  await visit('table, return visit', TABLE, SHOWN.table)
  await context.close()

  const cold = await freshPage(browser, state, conditions)
  await cold.page.goto(address + TABLE, { waitUntil: 'commit' })
  const visible = await untilShown(cold.page, SHOWN.table)
  note('table, first visit', visible, ofPage(cold.requests.ended()))
  await cold.context.close()
  return results
}

const limit = (visible: number | undefined): Limits => (visible === undefined ? {} : { visible })
/** Without what follows the first page by itself (tooling/chunk-groups.ts): some of it is there before the frame. */
const ofPage = (sent: readonly SentRequest[]) => sent.filter(({ path }) => !/\bafter\.(js|css)$/.test(path))
/** Without what can be done to the projects, and the code of the next pages either, which a fast network brings as early. */
const ofList = (sent: readonly SentRequest[]) =>
  ofPage(sent).filter(({ path }) => !/\b(list-actions|controls|project|table)\.(js|css)$/.test(path))
const sum = (sent: readonly SentRequest[]) => sent.reduce((total, { bytes }) => total + bytes, 0)

async function rest(page: Page) {
  await settle(page)
  await page.waitForTimeout(PAUSE)
}

import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { findOrInstallChromium } from '../tooling/chromium.ts'
import { Failure } from '../tooling/fail.ts'
import { connect, fillIn } from '../tooling/connect-page.ts'
import { watchRequests } from '../tooling/sent-requests.ts'
import { watchTasks } from './in-page.ts'

/** The machine and the network that a person has. */
export interface Conditions {
  name: string
  /** How many times slower than here. */
  cpu: number
  /** Kilobits per second and milliseconds; as it is here without it. */
  network?: { rate: number; latency: number }
}

export const AS_HERE: Conditions = { name: '', cpu: 1 }
export const SLOW_LAPTOP: Conditions = { name: ', CPU 4 times slower', cpu: 4 }
export const SLOW_NETWORK: Conditions = {
  name: ', 400 kbit/s and 400 ms',
  cpu: 1,
  network: { rate: 400, latency: 400 },
}

export async function launch(): Promise<Browser> {
  const { path, log } = await findOrInstallChromium()
  if (path === undefined) throw new Failure(`There is no Chromium to measure with.\n${log}`)
  const args = ['--enable-precise-memory-info', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return chromium.launch({ executablePath: path, args })
}

/** Signs in once; what is kept of it opens the app for every measurement, with nothing else in the cache. */
export async function signIn(browser: Browser, address: string) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Africa/Nairobi' })
  const page = await context.newPage()
  await page.goto(address)
  await fillIn(page, new URL(address).origin)
  await page.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check()
  await connect(page)
  await page.getByRole('heading', { name: 'Projects', level: 1, exact: true }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

export interface Measured {
  page: Page
  cdp: CDPSession
  context: BrowserContext
  /** What the page sent over the network. */
  requests: Awaited<ReturnType<typeof watchRequests>>
}

/** A fresh browser of somebody who is signed in. */
export async function freshPage(
  browser: Browser,
  state: Awaited<ReturnType<typeof signIn>>,
  { cpu, network }: Conditions,
): Promise<Measured> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 810 },
    locale: 'en-GB',
    timezoneId: 'Africa/Nairobi',
    storageState: state,
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const requests = await watchRequests(cdp)
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (network) {
    const bytesPerSecond = (network.rate * 1000) / 8
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    })
  }
  await watchTasks(page)
  return { page, cdp, context, requests }
}

/** Megabytes that are still needed. */
export async function heapOf({ cdp }: Measured): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

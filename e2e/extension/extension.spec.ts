import type { RunningServer } from '../../scripts/lib/processes.ts'
import { expect, expectAccessible } from '../fixtures.ts'
import { connect, fillIn, startKpi } from '../kpi-server.ts'
import { doMainJob } from '../main-job.ts'
import { test } from './fixtures.ts'

/** Lets no other site in, as the public servers do. */
let kpi: RunningServer
test.beforeAll(async () => void (kpi = await startKpi()))
test.afterAll(() => kpi.stop())

test('A manager does the main job on a server that lets no site in', async ({ page, extension }) => {
  await extension.allow('http://127.0.0.1/*')
  const signIn = async () => {
    await page.goto(extension.address)
    await fillIn(page, kpi.address)
    await connect(page)
  }
  await doMainJob(page, signIn, 'amina')
})

import type { TestInfo } from '@playwright/test'
import { inspect, isDeepStrictEqual } from 'node:util'
import type { Lab } from '../../conformance/lab/lab.ts'
import { expect, test } from '../fixtures.ts'
import { readRows } from './rows.ts'

/** Attaches data to the report of a story as JSON, and prints the first 2,000 characters of it. */
async function keep(testInfo: TestInfo, name: string, data: unknown) {
  await testInfo.attach(name, { body: JSON.stringify(data, null, 2), contentType: 'application/json' })
  const text = inspect(data, { depth: 8, breakLength: 120, maxArrayLength: 200 })
  console.log(`${name}:\n${text.length > 2000 ? `${text.slice(0, 2000)} … (all of it is attached)` : text}`)
}

/** Requires two pieces of plain data to be equal. Where they are not, both are attached to the report. */
export async function expectSame(name: string, got: unknown, expected: unknown) {
  if (isDeepStrictEqual(got, expected)) return
  await keep(test.info(), name, { expected, got })
  expect(got, name).toEqual(expected)
}

/** Polls until the data equal the expected data. Where they do not, both are attached to the report. */
export async function expectSoon(name: string, read: () => Promise<unknown>, expected: unknown) {
  const isReached = await expect
    .poll(read, name)
    .toEqual(expected)
    .then(
      () => true,
      () => false,
    )
  if (!isReached) await expectSame(name, await read(), expected)
}

/** Attaches the server's data of each project that the story created: the project, its permissions and its rows. */
export async function keepServerState(testInfo: TestInfo, lab: Lab) {
  for (const uid of lab.created.keys()) {
    const path = `api/v2/assets/${uid}/`
    const read = async (part: string) => (await lab.me.request('GET', `${path}${part}`)).body
    const rows = await readRows(lab, { path }).catch((error: unknown) => String(error))
    await keep(testInfo, `What the server has of ${uid}`, {
      rows,
      permissions: await read('permission-assignments/'),
      project: await read(''),
    })
  }
}

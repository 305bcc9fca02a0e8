import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { renameAsset } from '#/api/kpi/assets/mutations.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { saveTableSettings } from './mutations.ts'
import { type TableSettings, tableSettingsOf } from './schema.ts'

const { uid, name } = DEMO_PROJECTS.household
const path = `api/v2/assets/${uid}/`

let client: QueryClient
/** Writes that are on their way, and the most that were so at one time. */
let writing: number
let most: number

const read = async () => (await kpiOf(client).get(path, Asset)).settings
/** As KPI's own front end writes it. */
const writeAs = async (table: unknown) =>
  kpiOf(client).patch(path, Asset, { body: { settings: { 'data-table': table } } })
const keep = async (to: TableSettings, from: TableSettings) =>
  new MutationObserver(client, saveTableSettings(uid)).mutate({ from, to })

beforeEach(async () => {
  ;[writing, most] = [0, 0]
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const answer = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, async (request) => {
    if (request.method !== 'PATCH') return answer(request)
    writing += 1
    most = Math.max(most, writing)
    return answer(request).finally(() => (writing -= 1))
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

describe('saveTableSettings', () => {
  it('keeps the other settings of the table, and writes no nulls', async () => {
    await writeAs({ 'show-group-name': false, 'show-hxl-tags': true, theirs: { a: [1] }, 'frozen-column': 'x' })
    const before = await read()
    await keep({ 'frozen-column': null, 'translation-index': -1 }, tableSettingsOf(before))
    expect(await read()).toEqual({
      ...before,
      'data-table': { 'show-group-name': false, 'show-hxl-tags': true, theirs: { a: [1] }, 'translation-index': -1 },
    })
  })

  it('ignores the order of keys, and throws a conflict for other settings', async () => {
    await writeAs({ 'sort-by': { value: 'DESCENDING', fieldId: 'x' }, theirs: { b: 1, a: 2 } })
    const from: TableSettings = { theirs: { a: 2, b: 1 }, 'sort-by': { fieldId: 'x', value: 'DESCENDING' } }
    await keep({ 'translation-index': 1 }, from)
    await expect(keep({ 'translation-index': 0 }, from)).rejects.toMatchObject({ kind: 'conflict' })
    expect(tableSettingsOf(await read())).toMatchObject({ 'translation-index': 1 })
  })

  it('waits for another change of the project', async () => {
    const from = tableSettingsOf(await read())
    const rename = new MutationObserver(client, renameAsset(uid)).mutate({ from: name, name: 'Another name' })
    await Promise.all([rename, keep({ 'translation-index': 1 }, from)])
    expect(most).toBe(1)
  })
})

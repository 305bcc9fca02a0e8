import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, kpiOf, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { savePublishingNote } from './mutations.ts'
import { NOTES_KEY, publishingNoteOf } from './schema.ts'

const { uid } = DEMO_PROJECTS.household
const path = `api/v2/assets/${uid}/`
let client: QueryClient

const read = async () => (await kpiOf(client).get(path, Asset)).settings
const write = async (settings: object) => kpiOf(client).patch(path, Asset, { body: { settings } })
const save = async (versionUid: string, to: string, from = '') =>
  new MutationObserver(client, savePublishingNote(uid)).mutate({ versionUid, from, to })

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  setTransport(DEMO_CONNECTION.server, await createDemoTransport({ storage: 'memory' }))
  bindCache(client, connections.use(DEMO_CONNECTION))
})

describe('savePublishingNote', () => {
  it('keeps the other settings, the other notes, and what it does not know', async () => {
    await write({ 'data-table': { a: 1 }, [NOTES_KEY]: { v1: 'First', v2: { theirs: true } } })
    const before = await read()
    await save('v3', 'Third')
    expect(await read()).toEqual({ ...before, [NOTES_KEY]: { v1: 'First', v2: { theirs: true }, v3: 'Third' } })
    await save('v3', '', 'Third')
    expect(await read()).toEqual(before)
  })

  it('throws a conflict for another note than the user saw, and for what it cannot read', async () => {
    await write({ [NOTES_KEY]: { v1: 'By a colleague' } })
    await expect(save('v1', 'Mine')).rejects.toMatchObject({ kind: 'conflict', message: 'By a colleague' })
    await save('v1', 'By a colleague') // the same: nothing to do
    await write({ [NOTES_KEY]: ['not', 'ours'] })
    await expect(save('v1', 'Mine')).rejects.toMatchObject({ kind: 'conflict' })
    expect((await read())[NOTES_KEY]).toEqual(['not', 'ours'])
    expect(publishingNoteOf(await read(), 'v1')).toBe('')
  })
})

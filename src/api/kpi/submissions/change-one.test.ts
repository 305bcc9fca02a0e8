import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { editAnswer } from './change-one.ts'
import { submissionQueries } from './queries.ts'
import type { Submission } from './schema.ts'

const { uid } = DEMO_PROJECTS.household
const ID = 2059
const NAME = 'hh/head_name'

let client: QueryClient
let demo: Transport
let written: number
/** What happens just before the answer is written. */
let beforeWriting: () => Promise<unknown>

beforeEach(async () => {
  client = new QueryClient()
  demo = await createDemoTransport({ storage: 'memory' })
  written = 0
  beforeWriting = () => Promise.resolve()
  setTransport(DEMO_CONNECTION.server, async (request) => {
    if (request.method !== 'PATCH') return demo(request)
    written += 1
    await beforeWriting()
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

const read = () => client.query({ ...submissionQueries.one(uid, ID), staleTime: 0 })
const edit = (seen: Submission, answer: string) =>
  client.getMutationCache().build(client, editAnswer(uid, ID)).execute({ path: NAME, answer, seen })

function colleague(method: string, path: string, body?: object) {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${path}`
  return demo(new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }))
}
const theirs = (answer: string) =>
  colleague('PATCH', 'bulk/', { payload: { submission_ids: [ID], data: { [NAME]: answer } } })

describe('an edit of one answer', () => {
  it('is written once, and may be followed by another', async () => {
    const first = await edit(await read(), 'Ekai')
    expect((await edit(first, 'Lokiru'))[NAME]).toBe('Lokiru')
    expect(written).toBe(2)
  })

  it('may be begun before another is saved: our own change is no conflict', async () => {
    const seen = await read()
    const other = client
      .getMutationCache()
      .build(client, editAnswer(uid, ID))
      .execute({ path: 'hh/people', answer: '3', seen })
    expect((await edit(seen, 'Ekai'))[NAME]).toBe('Ekai')
    expect((await other)['hh/people']).toBe('3')
    await theirs('Theirs')
    await expect(edit(seen, 'Lokiru')).rejects.toMatchObject({ kind: 'conflict' })
    expect(written).toBe(2)
  })

  it('does not go over what somebody else wrote meanwhile, until that was seen', async () => {
    const seen = await read()
    await theirs('Theirs')
    await expect(edit(seen, 'Mine')).rejects.toMatchObject({ kind: 'conflict' })
    expect(written).toBe(0)
    const now = client.getQueryData(submissionQueries.one(uid, ID).queryKey)
    expect(now?.[NAME]).toBe('Theirs')
    expect((await edit(now as Submission, 'Mine'))[NAME]).toBe('Mine')
  })

  it('that is there already is not written again', async () => {
    const seen = await read()
    await theirs('The same')
    expect((await edit(seen, 'The same'))[NAME]).toBe('The same')
    expect(written).toBe(0)
  })

  it('is no success where the submission goes in the same moment', async () => {
    beforeWriting = () => colleague('DELETE', `${ID}/`)
    await expect(edit(await read(), 'Too late')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

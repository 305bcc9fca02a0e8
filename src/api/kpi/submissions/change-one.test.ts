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
let patchCount: number
/** Runs before the server receives the PATCH. */
let beforePatch: () => Promise<unknown>

beforeEach(async () => {
  client = new QueryClient()
  demo = await createDemoTransport({ storage: 'memory' })
  patchCount = 0
  beforePatch = () => Promise.resolve()
  setTransport(DEMO_CONNECTION.server, async (request) => {
    if (request.method !== 'PATCH') return demo(request)
    patchCount += 1
    await beforePatch()
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})

const read = () => client.query({ ...submissionQueries.one(uid, ID), staleTime: 0 })
const edit = (base: Submission, answer: string) =>
  client.getMutationCache().build(client, editAnswer(uid, ID)).execute({ path: NAME, answer, base })

function sendAsColleague(method: string, path: string, body?: object) {
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${path}`
  return demo(new Request(url, { method, headers, ...(body && { body: JSON.stringify(body) }) }))
}
const editByColleague = (answer: string) =>
  sendAsColleague('PATCH', 'bulk/', { payload: { submission_ids: [ID], data: { [NAME]: answer } } })

describe('editAnswer', () => {
  it('writes an answer once, and a following edit once', async () => {
    const first = await edit(await read(), 'Ekai')
    expect((await edit(first, 'Lokiru'))[NAME]).toBe('Lokiru')
    expect(patchCount).toBe(2)
  })

  it('accepts an edit that began before another edit of this tab was saved', async () => {
    const base = await read()
    const other = client
      .getMutationCache()
      .build(client, editAnswer(uid, ID))
      .execute({ path: 'hh/people', answer: '3', base })
    expect((await edit(base, 'Ekai'))[NAME]).toBe('Ekai')
    expect((await other)['hh/people']).toBe('3')
    await editByColleague('Theirs')
    await expect(edit(base, 'Lokiru')).rejects.toMatchObject({ kind: 'conflict' })
    expect(patchCount).toBe(2)
  })

  it('reports a conflict with the edit of a colleague, and writes after the new version was loaded', async () => {
    const base = await read()
    await editByColleague('Theirs')
    await expect(edit(base, 'Mine')).rejects.toMatchObject({ kind: 'conflict' })
    expect(patchCount).toBe(0)
    const current = client.getQueryData(submissionQueries.one(uid, ID).queryKey)
    expect(current?.[NAME]).toBe('Theirs')
    expect((await edit(current as Submission, 'Mine'))[NAME]).toBe('Mine')
  })

  it('does not write an answer that the server already has', async () => {
    const base = await read()
    await editByColleague('The same')
    expect((await edit(base, 'The same'))[NAME]).toBe('The same')
    expect(patchCount).toBe(0)
  })

  it('fails where the submission is deleted just before the answer is written', async () => {
    beforePatch = () => sendAsColleague('DELETE', `${ID}/`)
    await expect(edit(await read(), 'Too late')).rejects.toMatchObject({ kind: 'not-found' })
  })
})

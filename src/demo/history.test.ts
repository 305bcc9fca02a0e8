import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PROJECTS } from './sentinels.ts'
import { openDemo } from './test-client.ts'

const project = `api/v2/assets/${DEMO_PROJECTS.public.uid}/`

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => void ({ request } = await openDemo()))

async function entries(q = '') {
  const { body } = await request(`${project}history/?${new URLSearchParams({ q })}`)
  return (body as { results: { action: string; username: string }[] }).results
}
const countOf = async (q: string) => (await entries(q)).length

describe("a project's history", () => {
  it('gets an entry for each request for a list of submissions, also an anonymous one [2001]', async () => {
    await request(`${project}data/?limit=1`)
    await request(`${project}data/?fields=["_id"]&query={"_id":1}`)
    await request(`${project}data/`, { token: null })
    expect((await entries()).map(({ action, username }) => [action, username])).toEqual([
      ['view-data', 'AnonymousUser'],
      ['view-data', 'demo'],
      ['view-data', 'demo'],
    ])
    expect(await countOf('user__username:AnonymousUser')).toBe(1)
  })

  it('gets no entry for other GET requests, nor for failed ones', async () => {
    const { body } = await request(`${project}data/?limit=1`)
    const [row] = (body as { results: { _id: number }[] }).results
    for (const path of ['', 'counts/', `data/${row?._id}/`, 'data/?limit=0', 'history/']) await request(project + path)
    await request(`${project}data/`, { method: 'HEAD' })
    expect(await countOf('action:view-data')).toBe(1)
  })

  it('can be filtered by `NOT action:view-data` [2002]', async () => {
    await request(`${project}data/`)
    const settings = { fieldboard: { v: 1 } }
    await request(project, { method: 'PATCH', body: { settings } })
    expect(await entries('NOT action:view-data')).toMatchObject([
      { action: 'update-settings', metadata: { settings: { fieldboard: { new: { v: 1 }, old: null } } } },
    ])
    expect((await request(`${project}history/actions/`)).body).toEqual({ actions: ['update-settings', 'view-data'] })
  })
})

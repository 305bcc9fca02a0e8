import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PROJECTS } from './sentinels.ts'
import { openDemo } from './test-client.ts'

const project = `api/v2/assets/${DEMO_PROJECTS.public.uid}/`

let request: Awaited<ReturnType<typeof openDemo>>['request']
/** Entries of the seed. */
let seeded = 0

interface Entry {
  action: string
  username: string
  date_created: string
  metadata: { permissions?: { username: string; added: unknown[]; removed: string[] } }
}

const search = async (q?: string) =>
  request(`${project}history/?${new URLSearchParams({ ...(q !== undefined && { q }), limit: '1000' })}`)
async function pageOf(q?: string) {
  const { body } = await search(q)
  return body as { count: number; results: Entry[] }
}
/** Newest first. */
async function newEntries() {
  const { count, results } = await pageOf()
  return results.slice(0, count - seeded)
}
const newActions = async () => (await newEntries()).map(({ action }) => action)

beforeEach(async () => {
  ;({ request } = await openDemo())
  seeded = (await pageOf()).count
})

describe("a project's history", () => {
  it('gets an entry for each request for a list of submissions, also an anonymous one [2001]', async () => {
    const before = (await pageOf('user__username:AnonymousUser')).count
    await request(`${project}data/?limit=1`)
    await request(`${project}data/?fields=["_id"]&query={"_id":1}`)
    await request(`${project}data/`, { token: null })
    expect((await newEntries()).map(({ action, username }) => [action, username])).toEqual([
      ['view-data', 'AnonymousUser'],
      ['view-data', 'demo'],
      ['view-data', 'demo'],
    ])
    expect((await pageOf('user__username:AnonymousUser')).count).toBe(before + 1)
  })

  it('gets no entry for other GET requests, nor for failed ones', async () => {
    const { body } = await request(`${project}data/?limit=1`)
    const [row] = (body as { results: { _id: number }[] }).results
    for (const path of ['', 'counts/', `data/${row?._id}/`, 'data/?limit=0', 'history/']) await request(project + path)
    await request(`${project}data/`, { method: 'HEAD' })
    expect(await newActions()).toEqual(['view-data'])
  })

  it('gets an entry for each change of the project, its form and its access', async () => {
    const patch = (path: string, body: object) => request(project + path, { method: 'PATCH', body })
    await patch('', { settings: { fieldboard: { v: 1 } } })
    await patch('', { name: 'Other' })
    await patch('', { content: { survey: [{ type: 'text', name: 'a', label: ['A'] }] } })
    await patch('deployment/', { active: false })
    await patch('deployment/', { active: true })
    await patch('deployment/', {})
    const grant = { user: '/api/v2/users/h.qasim/', permission: '/api/v2/permissions/view_submissions/' }
    await request(`${project}permission-assignments/`, { method: 'POST', body: grant })
    await request(`${project}permission-assignments/bulk/`, { method: 'DELETE', body: { username: 'h.qasim' } })
    expect((await newActions()).toReversed()).toEqual([
      'update-settings',
      'update-name',
      'update-content',
      'archive',
      'unarchive',
      'redeploy',
      'modify-user-permissions',
      'modify-user-permissions',
    ])
    const [removed, given] = await newEntries()
    expect(given?.metadata.permissions).toEqual({
      username: 'h.qasim',
      added: expect.arrayContaining(['view_submissions', 'view_asset']),
      removed: [],
    })
    expect(removed?.metadata.permissions?.removed).toHaveLength(2)
  })

  it('can be searched by action, person and date, joined by AND [2002]', async () => {
    const [all, views, others] = [
      await pageOf(),
      await pageOf('action:view-data'),
      await pageOf('NOT action:view-data'),
    ]
    expect(views.count).toBeGreaterThan(0)
    expect(views.count + others.count).toBe(all.count)
    const deployed = await pageOf('action:"deploy" AND user__username:"demo"')
    expect(deployed.results).toMatchObject([{ action: 'deploy', username: 'demo' }])
    const moment = deployed.results[0]?.date_created ?? ''
    expect((await pageOf(`action:deploy AND date_created__lt:"${moment}"`)).count).toBe(0)
    expect((await pageOf(`action:deploy AND date_created__gte:"${moment}"`)).count).toBe(1)
    expect((await pageOf('username:demo')).count).toBe(0) // [2004]
  })

  it('finds words alone in the metadata, in any case', async () => {
    await request(project, { method: 'PATCH', body: { name: 'Other' } })
    const { count } = await pageOf()
    expect((await pageOf('kpi')).count).toBe(count)
    expect((await pageOf('FIREFOX NOT action:view-data')).count).toBeGreaterThan(0)
    expect((await pageOf('nothing-of-the-kind')).count).toBe(0)
  })

  it('finds nothing by a time without quotes, because of its colons', async () => {
    expect((await pageOf('date_created__gte:2020-01-01T00:00:00Z')).count).toBe(0)
    expect((await pageOf('date_created__gte:"2020-01-01T00:00:00Z"')).count).toBeGreaterThan(0)
  })

  it.each([
    ['a date that is none', 'date_created__gte:"nonsense"', 500],
    ['an empty search', '', 400],
    ['a word that is too short', 'al', 400],
    ['a field that is not for searching', 'user__email:"demo@example.org"', 400],
  ])('refuses %s', async (_, q, status) => {
    expect((await search(q)).status).toBe(status)
  })
})

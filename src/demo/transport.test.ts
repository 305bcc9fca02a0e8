import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_CONNECTION } from './connection.ts'
import { DEMO_PROJECTS, SENTINELS } from './sentinels.ts'
import { createDemoTransport, resetDemo, type Transport } from './transport.ts'

const {
  server,
  auth: { token },
} = DEMO_CONNECTION

async function request(transport: Transport, path: string, method = 'GET', body?: unknown) {
  const response = await transport(
    new Request(`${server}/api/v2/assets/${path}`, {
      method,
      headers: { Authorization: `Token ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : null) as ResponseBody }
}

interface ResponseBody {
  name: string
  count: number
  results: { _id: number; _validation_status: { uid?: string }; uid: string; name: string }[]
}

const { uid } = DEMO_PROJECTS.household
const reload = () => createDemoTransport({ storage: 'indexeddb' })
const newest = `${uid}/data/?limit=2&sort=${encodeURIComponent('{"_id":-1}')}`

describe('changes in the demo', () => {
  beforeEach(resetDemo)

  it('are kept across a reload: names, statuses, deletions', async () => {
    const before = await reload()
    const [last, second] = (await request(before, newest)).body.results
    await request(before, `${uid}/`, 'PATCH', { name: 'Renamed' })
    await request(before, `${uid}/data/${second?._id}/validation_status/`, 'PATCH', {
      'validation_status.uid': 'validation_status_on_hold',
    })
    await request(before, `${uid}/data/${last?._id}/`, 'DELETE')
    await request(before, `${DEMO_PROJECTS.draft.uid}/`, 'DELETE')

    const after = await reload()
    expect((await request(after, `${uid}/`)).body.name).toBe('Renamed')
    expect((await request(after, newest)).body).toMatchObject({
      count: 1059,
      results: [{ _id: second?._id, _validation_status: { uid: 'validation_status_on_hold' } }, {}],
    })
    expect((await request(after, `${DEMO_PROJECTS.draft.uid}/`)).status).toBe(404)
  })

  it('are visible in another tab at once, and neither tab overwrites the other', async () => {
    const [first, second] = [await reload(), await reload()]
    await request(first, `${uid}/`, 'PATCH', { name: 'Renamed' })
    expect((await request(second, `${uid}/`)).body.name).toBe('Renamed')
    await request(second, `${uid}/`, 'PATCH', { settings: { description: 'By another' } })
    expect((await request(first, `${uid}/`)).body).toMatchObject({
      name: 'Renamed',
      settings: { description: 'By another' },
    })
  })

  it('are deleted by a reset, also where the demo is open', async () => {
    const transport = await reload()
    await request(transport, `${uid}/`, 'PATCH', { name: 'Renamed' })
    await resetDemo()
    expect((await request(transport, `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
    expect((await request(await reload(), `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
  })

  it('are not kept with storage in memory', async () => {
    const memory = () => createDemoTransport({ storage: 'memory' })
    await request(await memory(), `${uid}/`, 'PATCH', { name: 'Renamed' })
    expect((await request(await memory(), `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
  })
})

describe('the seed', () => {
  const openInMemory = () => createDemoTransport({ storage: 'memory' })

  it('is the same every time', async () => {
    const [first, second] = [await openInMemory(), await openInMemory()]
    expect(await request(first, newest)).toEqual(await request(second, newest))
    expect(await request(first, '?limit=100')).toEqual(await request(second, '?limit=100'))
  })

  it('has the projects that the stories use, on more than one page', async () => {
    const { body } = await request(await openInMemory(), '?limit=100&q=asset_type:survey')
    expect(body.count).toBeGreaterThan(60)
    for (const { uid: known, name } of Object.values(DEMO_PROJECTS)) {
      expect(body.results).toContainEqual(expect.objectContaining({ uid: known, name }))
    }
  })

  it('sends an empty status when `fields` does not contain it [2163, 2164]', async () => {
    const transport = await reload()
    const path = `${DEMO_PROJECTS.household.uid}/data/?limit=300&fields=`
    const statuses = async (...fields: string[]) => {
      const { results } = (await request(transport, path + JSON.stringify(fields))).body
      return new Set(results.map(({ _validation_status: { uid } }) => uid))
    }
    expect((await statuses('_id', '_validation_status')).size).toBe(4)
    expect(await statuses('_id', '_validation_status.uid')).toEqual(new Set([undefined]))
  })

  it('has 1,060 households, and 300 answers to an Arabic form of 1,269 rows', async () => {
    const transport = await openInMemory()
    expect((await request(transport, `${uid}/data/?limit=1`)).body.count).toBe(1060)
    expect((await request(transport, `${DEMO_PROJECTS.arabic.uid}/data/?limit=1`)).body.count).toBe(300)
    const arabic = await request(transport, `${DEMO_PROJECTS.arabic.uid}/`)
    expect(arabic.body).toMatchObject({ content: { survey: { length: 1269 } } })
  })

  it('has projects that answer with an error', async () => {
    const transport = await openInMemory()
    const { unreadableSubmissions, doesNotCompile, deletedMeanwhile } = SENTINELS
    expect((await request(transport, `${unreadableSubmissions.uid}/data/`)).status).toBe(500)
    expect(await request(transport, `${doesNotCompile.uid}/deployment/`, 'POST', { active: true })).toEqual({
      status: 400,
      body: { error: doesNotCompile.compileError },
    })
    expect((await request(transport, `${deletedMeanwhile.uid}/`)).status).toBe(404)
  })
})

it.each([
  ['*/*', 200],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 200],
  ['application/json', 406],
  ['text/html, application/pdf;q=0.9', 406],
])('sends the form as a spreadsheet if the `Accept` header allows it: %s', async (Accept, status) => {
  const demo = await createDemoTransport({ storage: 'memory' })
  const headers = { Authorization: `Token ${token}`, Accept }
  const response = await demo(new Request(`${server}/api/v2/assets/${uid}.xls`, { headers }))
  expect(response.status).toBe(status)
})

import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_CONNECTION } from './connection.ts'
import { DEMO_PROJECTS, SENTINELS } from './sentinels.ts'
import { createDemoTransport, resetDemo, type Transport } from './transport.ts'

const {
  server,
  auth: { token },
} = DEMO_CONNECTION

async function ask(transport: Transport, path: string, method = 'GET', body?: unknown) {
  const response = await transport(
    new Request(`${server}/api/v2/assets/${path}`, {
      method,
      headers: { Authorization: `Token ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : null) as Answer }
}

interface Answer {
  name: string
  count: number
  results: { _id: number; _validation_status: { uid?: string }; uid: string; name: string }[]
}

const { uid } = DEMO_PROJECTS.household
const reload = () => createDemoTransport({ storage: 'indexeddb' })
const newest = `${uid}/data/?limit=2&sort=${encodeURIComponent('{"_id":-1}')}`

describe('what was changed in the demo', () => {
  beforeEach(resetDemo)

  it('is there after a reload: names, statuses, deletions', async () => {
    const before = await reload()
    const [last, second] = (await ask(before, newest)).body.results
    await ask(before, `${uid}/`, 'PATCH', { name: 'Renamed' })
    await ask(before, `${uid}/data/${second?._id}/validation_status/`, 'PATCH', {
      'validation_status.uid': 'validation_status_on_hold',
    })
    await ask(before, `${uid}/data/${last?._id}/`, 'DELETE')
    await ask(before, `${DEMO_PROJECTS.draft.uid}/`, 'DELETE')

    const after = await reload()
    expect((await ask(after, `${uid}/`)).body.name).toBe('Renamed')
    expect((await ask(after, newest)).body).toMatchObject({
      count: 1059,
      results: [{ _id: second?._id, _validation_status: { uid: 'validation_status_on_hold' } }, {}],
    })
    expect((await ask(after, `${DEMO_PROJECTS.draft.uid}/`)).status).toBe(404)
  })

  it('is there at once in another tab, and neither takes away what the other did', async () => {
    const [one, other] = [await reload(), await reload()]
    await ask(one, `${uid}/`, 'PATCH', { name: 'Renamed' })
    expect((await ask(other, `${uid}/`)).body.name).toBe('Renamed')
    await ask(other, `${uid}/`, 'PATCH', { settings: { description: 'By another' } })
    expect((await ask(one, `${uid}/`)).body).toMatchObject({
      name: 'Renamed',
      settings: { description: 'By another' },
    })
  })

  it('is forgotten by a reset, also where the demo is open', async () => {
    const open = await reload()
    await ask(open, `${uid}/`, 'PATCH', { name: 'Renamed' })
    await resetDemo()
    expect((await ask(open, `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
    expect((await ask(await reload(), `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
  })

  it('is not kept in memory', async () => {
    const memory = () => createDemoTransport({ storage: 'memory' })
    await ask(await memory(), `${uid}/`, 'PATCH', { name: 'Renamed' })
    expect((await ask(await memory(), `${uid}/`)).body.name).toBe(DEMO_PROJECTS.household.name)
  })
})

describe('the seed', () => {
  const open = () => createDemoTransport({ storage: 'memory' })

  it('is the same each time', async () => {
    const [one, other] = [await open(), await open()]
    expect(await ask(one, newest)).toEqual(await ask(other, newest))
    expect(await ask(one, '?limit=100')).toEqual(await ask(other, '?limit=100'))
  })

  it('has the projects that stories rely on, on more than one page', async () => {
    const { body } = await ask(await open(), '?limit=100&q=asset_type:survey')
    expect(body.count).toBeGreaterThan(60)
    for (const { uid: known, name } of Object.values(DEMO_PROJECTS)) {
      expect(body.results).toContainEqual(expect.objectContaining({ uid: known, name }))
    }
  })

  it('empties the status of rows whose fields leave it out [2163, 2164]', async () => {
    const transport = await reload()
    const path = `${DEMO_PROJECTS.household.uid}/data/?limit=300&fields=`
    const statuses = async (...fields: string[]) => {
      const { results } = (await ask(transport, path + JSON.stringify(fields))).body
      return new Set(results.map(({ _validation_status: { uid } }) => uid))
    }
    expect((await statuses('_id', '_validation_status')).size).toBe(4)
    expect(await statuses('_id', '_validation_status.uid')).toEqual(new Set([undefined]))
  })

  it('has 1,060 households, and 300 answers to an Arabic form of 1,269 rows', async () => {
    const transport = await open()
    expect((await ask(transport, `${uid}/data/?limit=1`)).body.count).toBe(1060)
    expect((await ask(transport, `${DEMO_PROJECTS.arabic.uid}/data/?limit=1`)).body.count).toBe(300)
    const arabic = await ask(transport, `${DEMO_PROJECTS.arabic.uid}/`)
    expect(arabic.body).toMatchObject({ content: { survey: { length: 1269 } } })
  })

  it('has faults to show', async () => {
    const transport = await open()
    const { unreadableSubmissions, doesNotCompile, deletedMeanwhile } = SENTINELS
    expect((await ask(transport, `${unreadableSubmissions.uid}/data/`)).status).toBe(500)
    expect(await ask(transport, `${doesNotCompile.uid}/deployment/`, 'POST', { active: true })).toEqual({
      status: 400,
      body: { error: doesNotCompile.compileError },
    })
    expect((await ask(transport, `${deletedMeanwhile.uid}/`)).status).toBe(404)
  })
})

it.each([
  ['*/*', 200],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 200],
  ['application/json', 406],
  ['text/html, application/pdf;q=0.9', 406],
])('gives the form as a spreadsheet to those who take one: %s', async (Accept, status) => {
  const demo = await createDemoTransport({ storage: 'memory' })
  const headers = { Authorization: `Token ${token}`, Accept }
  const answer = await demo(new Request(`${server}/api/v2/assets/${uid}.xls`, { headers }))
  expect(answer.status).toBe(status)
})

import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { applyStatus } from '#/api/kpi/submissions/apply-status.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { Submission } from '#/api/kpi/submissions/schema.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { statusOf, submittedBy } from '#/dataset/model/system-fields.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import {
  FieldNotLoaded,
  isFieldLoaded,
  isFullyLoaded,
  loadedFields,
  readField,
  requireField,
  uniteFields,
} from '#/lib/loaded-fields.ts'

const { uid } = DEMO_PROJECTS.arabic
const TIME = '_submission_time'

let client: QueryClient
let demo: Transport

beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, demo)
  bindCache(client, connections.use(DEMO_CONNECTION))
})

const FIRST = { page: 1, pageSize: 100 } as const
const page = async (fields?: readonly string[], query?: Record<string, unknown>) =>
  client.query({ ...submissionQueries.page(uid, { ...FIRST, fields, query }), staleTime: 0 })
async function firstRow(fields?: readonly string[]): Promise<Submission> {
  const [row] = (await page(fields)).results
  if (!row) throw new Error('The demo has no row')
  return row
}
const statusesOf = (rows: readonly Submission[]) => rows.map((row) => [row._id, statusOf(row)])

describe('rows of a form with 1,269 questions, loaded with some of their fields', () => {
  it('have the status of the server in pages, further columns and walks', async () => {
    const expected = statusesOf((await page()).results)
    expect(new Set(expected.map(([, status]) => status)).size).toBe(4)
    expect(statusesOf((await page([TIME])).results)).toEqual(expected)
    expect(statusesOf((await page([])).results)).toEqual(expected)

    const ids = expected.map(([id]) => Number(id))
    const columns = submissionQueries.columns(uid, { query: undefined, ids, fields: [TIME] })
    expect(statusesOf((await client.query(columns)).results)).toEqual(expected)
    for await (const walked of walkSubmissions(client, uid, { fields: [], pageSize: 100 })) {
      expect(statusesOf(walked.results)).toEqual(expected)
      break
    }
  })

  it('have the status of the server with a filter by status', async () => {
    const { results } = await page([TIME], { '_validation_status.uid': 'validation_status_approved' })
    expect(results.length).toBeGreaterThan(10)
    expect(new Set(results.map(statusOf))).toEqual(new Set(['validation_status_approved']))
  })

  it('know which fields were loaded, and throw for others', async () => {
    const row = await firstRow([TIME])
    expect([isFullyLoaded(row), isFieldLoaded(row, TIME), isFieldLoaded(row, '_submitted_by')]).toEqual([
      false,
      true,
      false,
    ])
    expect(readField(row, TIME)).toBeTypeOf('string')
    expect(() => submittedBy(row)).toThrow(FieldNotLoaded)
    expect(() => readField(row, 'constructor')).toThrow(FieldNotLoaded)
    expect(isFullyLoaded(await firstRow())).toBe(true)
  })

  it('keep the loaded fields in a copy, lose them in a structured clone, and do not list them as a key', async () => {
    const row = await firstRow([TIME])
    expect(isFieldLoaded({ ...row }, TIME)).toBe(true)
    expect(isFullyLoaded({ ...row })).toBe(false)
    const sent = structuredClone(row)
    expect([isFullyLoaded(sent), isFieldLoaded(sent, TIME)]).toEqual([false, false])
    expect(() => requireField(sent, TIME)).toThrow(FieldNotLoaded)
    expect(Object.keys(row)).toEqual(Object.keys(sent))
    expect(JSON.parse(JSON.stringify(row))).toEqual(sent)
  })

  it('keep their identity in a refetch, and the loaded fields if they changed', async () => {
    const options = submissionQueries.page(uid, { ...FIRST, fields: [TIME] })
    const observer = new QueryObserver(client, options)
    const end = observer.subscribe(() => {})
    const before = (await observer.refetch()).data?.results ?? []
    const [first] = before
    const url = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${first?._id}/validation_status/`
    const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
    const isApproved = first && statusOf(first) === 'validation_status_approved'
    const nextStatus = isApproved ? 'validation_status_on_hold' : 'validation_status_approved'
    await demo(
      new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ 'validation_status.uid': nextStatus }) }),
    )
    const [changed, ...others] = (await observer.refetch()).data?.results ?? []
    end()
    expect(changed).not.toBe(first)
    expect(changed && [statusOf(changed), isFieldLoaded(changed, TIME), isFullyLoaded(changed)]).toEqual([
      nextStatus,
      true,
      false,
    ])
    expect(others.every((row, index) => row === before[index + 1])).toBe(true)
  })

  it('keep the loaded fields through a change in the cache', async () => {
    const { queryKey } = submissionQueries.page(uid, { ...FIRST, fields: [TIME] })
    await page([TIME])
    client.setQueryData(queryKey, (now) => now && applyStatus(now, now.results[0]?._id ?? 0, null))
    const [row, next] = client.getQueryData(queryKey)?.results ?? []
    expect(row && [statusOf(row), isFieldLoaded(row, TIME), isFullyLoaded(row)]).toEqual([null, true, false])
    expect(next && isFieldLoaded(next, TIME)).toBe(true)
  })

  it('are not changed by merging them with fields that were loaded elsewhere', async () => {
    const row = await firstRow([TIME])
    const more = await firstRow(['_submitted_by'])
    const merged = { ...row, ...more, [loadedFields]: uniteFields(row[loadedFields], more[loadedFields]) }
    expect([isFieldLoaded(merged, TIME), isFieldLoaded(merged, '_submitted_by')]).toEqual([true, true])
    expect([isFieldLoaded(row, '_submitted_by'), isFieldLoaded(more, TIME)]).toEqual([false, false])
  })
})

it('reads entries of repeat groups, which are always loaded completely', () => {
  const row = Submission.parse({ _id: 1, _uuid: 'u', member: [{ 'member/name': 'A' }] })
  expect(readField(row, 'member')).toEqual([{ 'member/name': 'A' }])
  expect(readField({ 'member/name': 'A' }, 'member/age')).toBeUndefined()
})

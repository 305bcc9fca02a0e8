import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { applyStatus } from './apply-status.ts'
import {
  FieldNotLoaded,
  isFieldLoaded,
  isFullyLoaded,
  loadedFields,
  readField,
  requireField,
  uniteFields,
} from './loaded-fields.ts'
import { submissionQueries } from './queries.ts'
import { Submission } from './schema.ts'
import { submittedBy, verdictOf } from './system-fields.ts'
import { walkSubmissions } from './walk-submissions.ts'

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
const verdicts = (rows: readonly Submission[]) => rows.map((row) => [row._id, verdictOf(row)])

describe('rows of a form of 1,269 questions, asked for with some of their fields', () => {
  it('have the status that the server has, in pages, blocks and walks', async () => {
    const whole = verdicts((await page()).results)
    expect(new Set(whole.map(([, verdict]) => verdict)).size).toBe(4)
    expect(verdicts((await page([TIME])).results)).toEqual(whole)
    expect(verdicts((await page([])).results)).toEqual(whole)

    const ids = whole.map(([id]) => Number(id))
    const block = submissionQueries.block(uid, { query: undefined, ids, fields: [TIME] })
    expect(verdicts((await client.query(block)).results)).toEqual(whole)
    for await (const walked of walkSubmissions(client, uid, { fields: [], pageSize: 100 })) {
      expect(verdicts(walked.results)).toEqual(whole)
      break
    }
  })

  it('have it under a filter by status, too', async () => {
    const { results } = await page([TIME], { '_validation_status.uid': 'validation_status_approved' })
    expect(results.length).toBeGreaterThan(10)
    expect(new Set(results.map(verdictOf))).toEqual(new Set(['validation_status_approved']))
  })

  it('say what was loaded, and give nothing else', async () => {
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

  it('say so of a copy, but not where a copy cannot say it; it is no answer', async () => {
    const row = await firstRow([TIME])
    expect(isFieldLoaded({ ...row }, TIME)).toBe(true)
    expect(isFullyLoaded({ ...row })).toBe(false)
    const sent = structuredClone(row)
    expect([isFullyLoaded(sent), isFieldLoaded(sent, TIME)]).toEqual([false, false])
    expect(() => requireField(sent, TIME)).toThrow(FieldNotLoaded)
    expect(Object.keys(row)).toEqual(Object.keys(sent))
    expect(JSON.parse(JSON.stringify(row))).toEqual(sent)
  })

  it('stay the same objects when they are read again, and say it where they changed', async () => {
    const options = submissionQueries.page(uid, { ...FIRST, fields: [TIME] })
    const observer = new QueryObserver(client, options)
    const end = observer.subscribe(() => {})
    const before = (await observer.refetch()).data?.results ?? []
    const [first] = before
    const url = `${DEMO_CONNECTION.server}/api/v2/assets/${uid}/data/${first?._id}/validation_status/`
    const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' }
    const isApproved = first && verdictOf(first) === 'validation_status_approved'
    const verdict = isApproved ? 'validation_status_on_hold' : 'validation_status_approved'
    await demo(
      new Request(url, { method: 'PATCH', headers, body: JSON.stringify({ 'validation_status.uid': verdict }) }),
    )
    const [changed, ...others] = (await observer.refetch()).data?.results ?? []
    end()
    expect(changed).not.toBe(first)
    expect(changed && [verdictOf(changed), isFieldLoaded(changed, TIME), isFullyLoaded(changed)]).toEqual([
      verdict,
      true,
      false,
    ])
    expect(others.every((row, at) => row === before[at + 1])).toBe(true)
  })

  it('keep it through a change in the cache', async () => {
    const { queryKey } = submissionQueries.page(uid, { ...FIRST, fields: [TIME] })
    await page([TIME])
    client.setQueryData(queryKey, (now) => now && applyStatus(now, now.results[0]?._id ?? 0, null))
    const [row, next] = client.getQueryData(queryKey)?.results ?? []
    expect(row && [verdictOf(row), isFieldLoaded(row, TIME), isFullyLoaded(row)]).toEqual([null, true, false])
    expect(next && isFieldLoaded(next, TIME)).toBe(true)
  })

  it('are not changed by what another view loaded of them', async () => {
    const row = await firstRow([TIME])
    const more = await firstRow(['_submitted_by'])
    const merged = { ...row, ...more, [loadedFields]: uniteFields(row[loadedFields], more[loadedFields]) }
    expect([isFieldLoaded(merged, TIME), isFieldLoaded(merged, '_submitted_by')]).toEqual([true, true])
    expect([isFieldLoaded(row, '_submitted_by'), isFieldLoaded(more, TIME)]).toEqual([false, false])
  })
})

it('reads entries of repeat groups, which come whole', () => {
  const row = Submission.parse({ _id: 1, _uuid: 'u', member: [{ 'member/name': 'A' }] })
  expect(readField(row, 'member')).toEqual([{ 'member/name': 'A' }])
  expect(readField({ 'member/name': 'A' }, 'member/age')).toBeUndefined()
})

import { describe, expect, it, vi } from 'vitest'
import { hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import { changeHook, createHook, setHookActive } from '#/api/kpi/hooks/mutations.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { type CheckResult, createCheck } from '#/features/rest-services/undelivered/check.ts'
import { exportRows } from '#/features/rest-services/undelivered/export-rows.ts'
import {
  newSendAgainJob,
  type SendAgainJob,
  sendAgainHandler,
} from '#/features/rest-services/undelivered/send-again-handler.ts'
import { retryFailed } from '#/lib/batch-job/batch-job.ts'
import { runInMemory } from '#/lib/batch-job/job-in-tests.ts'
import { settled } from './faulty-server.ts'
import { NEW_HOOK } from './hook-cases.ts'
import { client, server, setUpServer } from './set-up-server.ts'

setUpServer()

const { uid } = DEMO_PROJECTS.household

/** Runs to its end on the fake clock. */
async function finished<Result>(work: Promise<Result>): Promise<Result> {
  const { value, error } = await settled(work)
  if (error !== undefined) throw error as Error
  return value as Result
}
const mutate = async <Variables, Data>(
  options: { mutationFn?: (variables: Variables, context: never) => Promise<Data> },
  variables: Variables,
) =>
  finished(
    client
      .getMutationCache()
      .build<Data, Error, Variables, unknown>(client, options as never)
      .execute(variables),
  )

const hooks = async () => (await finished(client.fetchQuery({ ...hookQueries.list(uid), staleTime: 0 }))).results
const logsOf = async (hookUid: string, status?: number) =>
  (
    await finished(
      client.fetchQuery({ ...hookQueries.logs(uid, hookUid, { page: 1, pageSize: 1000, status }), staleTime: 0 }),
    )
  ).results

/** Sends a submission as a device does. */
async function submit(instance: string, deprecated?: string) {
  const body = new FormData()
  const meta = `<instanceID>uuid:${instance}</instanceID>${deprecated === undefined ? '' : `<deprecatedID>uuid:${deprecated}</deprecatedID>`}`
  const xml = `<data id="${uid}"><hh><head_name>Ann</head_name></hh><meta>${meta}</meta></data>`
  body.set('xml_submission_file', new File([xml], 'submission.xml', { type: 'text/xml' }))
  const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
  const response = await finished(
    server.directTransport(new Request(`${DEMO_CONNECTION.server}/submission`, { method: 'POST', headers, body })),
  )
  expect(response.status).toBe(201)
}
const uuid = () => crypto.randomUUID()

describe('sending failed submissions again', () => {
  const run = async (job: SendAgainJob, hookUid: string) =>
    finished(runInMemory(job, sendAgainHandler(client, uid, hookUid)))

  it.each(['answer-lost', 'cut', 'hang', '502', '504', '429'])('under %s sends each exactly once', async (fault) => {
    const [hook] = await hooks()
    const failed = (await logsOf(hook?.uid ?? '', 0)).filter(({ status_code: code }) => code === 500).slice(0, 5)
    expect(failed).toHaveLength(5)
    server.chaos.set(`${fault};on=write;after=1;times=2`)
    let job = await run(newSendAgainJob(failed), hook?.uid ?? '')
    server.chaos.set('')
    for (let runs = 0; runs < 3 && job.phase !== 'ended'; runs += 1) job = await run(job, hook?.uid ?? '')
    expect([...job.outcomes.values()].map(({ is }) => is)).toEqual(Array(5).fill('done'))
    const now = (await logsOf(hook?.uid ?? '')).filter(({ uid: log }) => failed.some((one) => one.uid === log))
    expect(now.map(({ tries, status }) => [tries, status])).toEqual(Array(5).fill([2, 2]))
  })

  it('says what the other side answered where it fails again, and leaves alone what was sent meanwhile', async () => {
    const [hook] = await hooks()
    const logs = await logsOf(hook?.uid ?? '')
    const refused = logs.find(({ status_code: code }) => code === 422)
    const sent = logs.find(({ status }) => status === 2)
    if (!hook || !refused || !sent) throw new Error('The demo has no such entries')
    const job = await run(newSendAgainJob([refused, sent]), hook.uid)
    expect(job.outcomes.get(sent.uid)).toEqual({ is: 'unchanged' })
    expect(job.outcomes.get(refused.uid)).toMatchObject({ is: 'failed', error: { kind: 'rejected' } })
    expect(JSON.stringify(job.outcomes.get(refused.uid))).toBeDefined()
    const tooEarly = await run(retryFailed(job), hook.uid)
    expect(tooEarly.outcomes.get(refused.uid)).toMatchObject({
      error: { message: 'Data is being or has already been processed' },
    })
  })
})

describe('the check for submissions that were not delivered', () => {
  const check = async (hookUid: string, readsHistory: boolean): Promise<CheckResult> =>
    finished(createCheck(client, { assetUid: uid, hookUid, readsHistory }).run(new AbortController().signal, () => {}))
  const countsOf = ({ undelivered }: CheckResult) =>
    Object.fromEntries(
      [...Map.groupBy(undelivered, ({ reason }) => reason)].map(([reason, rows]) => [reason, rows.length]),
    )

  it('knows from the history what came before the service was added, what during a pause, and what was edited', async () => {
    const hook = await mutate(createHook(uid), { fields: { ...NEW_HOOK, auth_level: 'no_auth', username: '' } })
    vi.advanceTimersByTime(60_000)
    const edited = uuid()
    await submit(edited)
    await submit(uuid())
    vi.advanceTimersByTime(60_000)
    await mutate(setHookActive(uid), { uid: hook.uid, active: false })
    vi.advanceTimersByTime(60_000)
    await submit(uuid())
    await submit(uuid(), edited)
    vi.advanceTimersByTime(60_000)
    await mutate(setHookActive(uid), { uid: hook.uid, active: true })
    await submit(uuid())

    const known = await check(hook.uid, true)
    expect(countsOf(known)).toEqual({ before: 1060, paused: 1, edited: 1 })
    expect(known).toMatchObject({ checked: 1064, knowsTimes: true })
    // From the log alone, a pause is told from the time before only where there is an earlier entry.
    expect(countsOf(await check(hook.uid, false))).toEqual({ unsent: 1060, paused: 1, maybeEdited: 1 })
  })

  it('exports exactly what the service would send', async () => {
    const from = { ...NEW_HOOK, auth_level: 'no_auth', username: '' }
    const { uid: hookUid } = await mutate(createHook(uid), { fields: from })
    const to = { ...from, subset_fields: ['_id', 'hh/head_name'], payload_template: '{"row": %SUBMISSION%}' }
    const changed = await mutate(changeHook(uid), { uid: hookUid, from, to })
    const [newest] = (await check(hookUid, false)).undelivered
    const { json, count } = await finished(
      exportRows(client, {
        assetUid: uid,
        fields: hookFieldsOf(changed),
        ids: [newest?.id ?? 0],
        signal: new AbortController().signal,
        onProgress: () => {},
      }),
    )
    expect(count).toBe(1)
    expect(JSON.parse(json)).toEqual([{ row: { _id: newest?.id, 'hh/head_name': expect.any(String) as string } }])
  })
})

it('The password of a service is in no cache, whatever is read and written', async () => {
  const fields = { ...NEW_HOOK, name: 'Secret' }
  const { uid: hookUid } = await mutate(createHook(uid), { fields, password: 'never-shown' })
  await mutate(changeHook(uid), { uid: hookUid, from: fields, to: { ...fields, name: 'Still secret' } })
  await hooks()
  client.getMutationCache().clear() // what was typed, until the form is closed
  const cached = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => state.data)
  expect(JSON.stringify(cached)).toContain('Still secret')
  expect(JSON.stringify(cached)).not.toContain('never-shown')
})

import { beforeEach, describe, expect, it } from 'vitest'
import { AdvancedFeature, analysisFieldsOf, SubmissionSupplement } from '#/api/kpi/advanced-features/schema.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openDemo } from '#/demo/test-client.ts'

const project = `api/v2/assets/${DEMO_PROJECTS.household.uid}/`
const interviews = `api/v2/assets/${DEMO_PROJECTS.interviews.uid}/`
const tokenOf = (name: string) => DEMO_USERS.find(({ username }) => username === name)?.token ?? ''

const NOTE = { uuid: '6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1a01', type: 'qualText', labels: { _default: 'Note' } }
const ISSUE = {
  uuid: '6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1a02',
  type: 'qualSelectOne',
  labels: { _default: 'Issue' },
  choices: [{ uuid: '6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1b01', labels: { _default: 'Outlier' } }],
}
const PATH = 'hh/head_name'

interface Row {
  _id: number
  _uuid: string
  _supplementalDetails?: Record<string, { qual?: Record<string, object> }>
}

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => {
  ;({ request } = await openDemo())
})

const post = (body: object, token?: string) =>
  request(`${project}advanced-features/`, { method: 'POST', body, ...(token !== undefined && { token }) })
const enable = () => post({ question_xpath: PATH, action: 'manual_qual', params: [NOTE, ISSUE] })
const rows = async (base = project, query = 'limit=3&sort={"_id":1}') =>
  ((await request(`${base}data/?${query}`)).body as { results: Row[] }).results
const write = (id: string | number, value: unknown, uuid = NOTE.uuid) =>
  request(`${project}data/${id}/supplement/`, {
    method: 'PATCH',
    body: { _version: '20250820', [PATH]: { manual_qual: { uuid, value } } },
  })

describe('features of a project', () => {
  it('are none at first [1358], and then named in the project [2040, 2044, 2061]', async () => {
    expect((await request(`${project}advanced-features/`)).body).toEqual([])
    expect((await rows())[0]).not.toHaveProperty('_supplementalDetails')
    const { status, body } = await enable()
    expect([status, AdvancedFeature.parse(body).params.length]).toEqual([201, 2])
    expect((await request(`${project}advanced-features/`)).body).toEqual([body])
    const { analysis_form_json: form } = (await request(project)).body as { analysis_form_json: unknown }
    expect(analysisFieldsOf(form).map(({ type, label }) => [type, label])).toEqual([
      ['qualText', 'Note'],
      ['qualSource', 'source'],
      ['qualVerification', 'verified'],
      ['qualSelectOne', 'Issue'],
      ['qualSource', 'source'],
      ['qualVerification', 'verified'],
    ])
  })

  it('are refused twice, with wrong params, and to viewers [2041, 2043, 2067]', async () => {
    await enable()
    expect((await enable()).status).toBe(400)
    const wrong = { question_xpath: 'photo', action: 'manual_qual', params: [{ ...NOTE, uuid: 'no-uuid' }] }
    expect((await post(wrong)).body).toEqual({ non_field_errors: ['Invalid parameters for this action'] })
    expect((await post({ ...wrong, params: [NOTE] }, tokenOf('yusuf'))).status).toBe(404)
  })

  it('keep questions that are left out, as deleted, and do not change types [2057-2059]', async () => {
    const { uid } = (await enable()).body as { uid: string }
    const path = `${project}advanced-features/${uid}/`
    const { body } = await request(path, { method: 'PATCH', body: { params: [NOTE] } })
    expect(body).toMatchObject({ params: [NOTE, { ...ISSUE, options: { deleted: true } }] })
    const other = { params: [{ ...NOTE, type: 'qualInteger' }] }
    expect((await request(path, { method: 'PATCH', body: other })).status).toBe(400)
    expect((await request(path, { method: 'DELETE' })).status).toBe(405)
  })
})

describe('the supplement of a submission', () => {
  it('has all versions, the newest first; data has the newest, whichever fields [2045, 2046, 2050-2053]', async () => {
    await enable()
    const [row] = await rows()
    const uuid = row?._uuid ?? ''
    await write(uuid, 'First')
    const { status, body } = await write(uuid, 'Second')
    expect(status).toBe(200)
    expect(SubmissionSupplement.parse(body)).toEqual(body)
    expect((await request(`${project}data/${uuid}/supplement/`)).body).toEqual(body)
    const qual = (one: Row | undefined) => one?._supplementalDetails?.[PATH]?.qual
    const [only] = await rows(project, 'limit=1&sort={"_id":1}&fields=["_id"]')
    expect(qual(only)).toMatchObject({ [NOTE.uuid]: { value: 'Second', verified: false, source: 'manual' } })
    await write(uuid, '6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1b01', ISSUE.uuid)
    const [first, second] = await rows()
    expect(qual(first)).toMatchObject({ [ISSUE.uuid]: { value: { labels: { _default: 'Outlier' } } } })
    expect(second?._supplementalDetails).toEqual({})
  })

  it('stays through edits, and is not copied to a duplicate [2065]', async () => {
    await enable()
    const [row] = await rows()
    await write(row?._uuid ?? '', 'Kept')
    const payload = { submission_ids: [row?._id], data: { [PATH]: 'Another' } }
    await request(`${project}data/bulk/`, { method: 'PATCH', body: { payload } })
    const { _id: id } = (await request(`${project}data/${row?._id}/duplicate/`, { method: 'POST' })).body as Row
    const [edited] = await rows()
    expect(edited?._uuid).not.toBe(row?._uuid)
    expect(edited?._supplementalDetails).toHaveProperty([PATH, 'qual', NOTE.uuid, 'value'], 'Kept')
    expect((await request(`${project}data/${id}/`)).body).toHaveProperty('_supplementalDetails', {})
  })

  it('is refused without features, for other questions, and with other values [1531, 2048, 2049]', async () => {
    const [row] = await rows()
    const uuid = row?._uuid ?? ''
    expect((await write(uuid, 'x')).status).toBe(400)
    await enable()
    expect((await write(uuid, 'bogus', ISSUE.uuid)).body).toEqual({ detail: 'Invalid payload' })
  })

  it('is written by the number of a submission, but answered with 500 [2054]', async () => {
    await enable()
    const [row] = await rows()
    expect((await write(row?._id ?? 0, 'by number')).status).toBe(500)
    expect((await rows())[0]?._supplementalDetails).toHaveProperty([PATH, 'qual', NOTE.uuid, 'value'], 'by number')
  })

  it('is hidden from people with row rules [2056]', async () => {
    await enable()
    const [row] = await rows(project, 'limit=1&query={"_submitted_by":"enum_team_08"}')
    const token = tokenOf('enum_team_08')
    expect((await request(`${project}data/${row?._uuid}/supplement/`, { token })).status).toBe(404)
  })
})

it('the seed has transcripts, some of them to be reviewed, translations and verified answers', async () => {
  const all = JSON.stringify(await rows(interviews, 'limit=300'))
  for (const part of ['"transcript"', '"pendingReview":true', '"translation":{"fr"', '"verified":true', '"qualTags"']) {
    expect(all).toContain(part)
  }
  const { body } = await request(`${interviews}advanced-features/`)
  expect((body as unknown[]).map((feature) => AdvancedFeature.parse(feature).question_xpath)).toHaveLength(4)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openDemo } from '#/demo/test-client.ts'
import type { Submission } from './submission-serializer.ts'

const data = `api/v2/assets/${DEMO_PROJECTS.household.uid}/data/`
const PHOTO = 'water/water_photo'

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => void ({ request } = await openDemo()))

async function first(query: object): Promise<Submission> {
  const search = new URLSearchParams({ query: JSON.stringify(query), sort: '{"_id":1}', limit: '1' })
  const { results } = (await request(`${data}?${search}`)).body as { results: Submission[] }
  const [submission] = results
  if (!submission) throw new Error('No submission matches')
  return submission
}

const reload = async ({ _id }: Submission) => (await request(`${data}${_id}/`)).body as Submission
const edit = (payload: object) => request(`${data}bulk/`, { method: 'PATCH', body: { payload } })
const write = ({ _id }: Submission, answers: object) => edit({ submission_ids: [_id], data: answers })

describe('a bulk edit', () => {
  it('of a photo question removes the photo, also if the old name is written back [2130-2132]', async () => {
    const before = await first({ [PHOTO]: { $exists: true } })
    const otherFiles = (before._attachments as { question_xpath: string }[]).filter(
      (one) => one.question_xpath !== PHOTO,
    )
    await write(before, { [PHOTO]: 'other.jpg' })
    await write(before, { [PHOTO]: before[PHOTO] })
    const after = await reload(before)
    expect(after[PHOTO]).toBe(before[PHOTO])
    expect(after._attachments).toEqual(otherFiles)
  })

  it('of another question keeps the photo', async () => {
    const before = await first({ [PHOTO]: { $exists: true } })
    await write(before, { remarks: 'Seen' })
    expect((await reload(before))._attachments).toEqual(before._attachments)
  })

  it('of a geopoint question also sets `_geolocation`', async () => {
    const before = await first({ location: { $exists: true } })
    await write(before, { location: '1.5 36.5 100 5' })
    expect((await reload(before))._geolocation).toEqual([1.5, 36.5])
    await write(before, { location: null })
    const after = await reload(before)
    expect(after._geolocation).toEqual([null, null])
    expect('location' in after).toBe(false)
  })

  it('ignores protected paths [2128]', async () => {
    const before = await first({})
    await write(before, { __version__: 'vX', 'meta/rootUuid': 'uuid:x', remarks: 'Kept apart' })
    expect(await reload(before)).toMatchObject({
      __version__: before['__version__'],
      'meta/rootUuid': before['meta/rootUuid'],
      remarks: 'Kept apart',
    })
  })

  it.each([[5], [true], [['a']], [{ a: 1 }]])(
    'fails with 500 for the value %j and changes nothing [2125]',
    async (value) => {
      const before = await first({})
      expect((await write(before, { remarks: 'x', 'hh/head_age': value })).status).toBe(500)
      expect(await reload(before)).toEqual(before)
    },
  )

  it('keeps earlier edits of other entries of a repeat', async () => {
    const before = await first({ 'hh/people': '3' })
    await write(before, { 'member[1]/m_name': 'One' })
    await write(before, { 'member[3]/m_name': 'Three' })
    const names = ((await reload(before)).member as Record<string, string>[]).map((entry) => entry['member/m_name'])
    expect([names[0], names[2]]).toEqual(['One', 'Three'])
  })

  it('applies to the matches of a query, or with `confirm` to all submissions [2133]', async () => {
    const query = { _id: { $lte: (await first({}))._id + 4 } }
    expect((await edit({ query, data: { remarks: 'By query' } })).body).toMatchObject({ count: 5, successes: 5 })
    const { body } = await edit({ confirm: true, data: { remarks: 'All' } })
    expect(body).toMatchObject({ count: 1060, failures: 0 })
  })

  it('fails with 400 if no submission matches [2134]', async () => {
    const error = { status: 400, body: ['No submissions match the given `submission_ids`'] }
    expect(await edit({ query: { remarks: 'nowhere' }, data: { remarks: 'x' } })).toMatchObject(error)
  })
})

it('`days=7` counts eight days [NOTES, "Seen by driving the app against it"]', async () => {
  const { body } = await request(`api/v2/assets/${DEMO_PROJECTS.household.uid}/counts/?days=7`)
  const oldest = Object.keys((body as { daily_submission_counts: object }).daily_submission_counts).toSorted()[0]
  const today = Math.floor(Date.now() / 86_400_000)
  expect(Date.parse(oldest ?? '') / 86_400_000).toBeGreaterThanOrEqual(today - 7)
})

import { beforeEach, describe, expect, it } from 'vitest'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { openDemo } from '#/demo/test-client.ts'
import { parseXml, XmlError } from '#/lib/xml.ts'

const uid = DEMO_PROJECTS.household.uid
const project = `api/v2/assets/${uid}/`

let request: Awaited<ReturnType<typeof openDemo>>['request']
beforeEach(async () => void ({ request } = await openDemo()))

const id = (end: number) => `22222222-aaaa-4bbb-8ccc-${String(end).padStart(12, '0')}`
const meta = (names: Record<string, number | string>) =>
  Object.entries(names)
    .map(([key, one]) => `<${key}>uuid:${typeof one === 'number' ? id(one) : one}</${key}>`)
    .join('')

function send(answers: string, names: Record<string, number | string>, { date = '', file = '' } = {}) {
  const sentOn = date && ` submissionDate="${date}"`
  const body = new FormData()
  const xml = `<?xml version="1.0"?><x id="${uid}"${sentOn}>${answers}<meta>${meta(names)}</meta></x>`
  body.set('xml_submission_file', new File([xml], 's.xml'))
  if (file) body.set('a.png', new File([file], 'a.png', { type: 'image/png' }))
  return request('submission', { method: 'POST', body })
}

const row = async (end: number) => (await request(`${project}data/${id(end)}/`)).body as Record<string, unknown>
const name = (text: string) => `<hh><head_name>${text}</head_name></hh>`

describe('a submission sent to `/submission`', () => {
  it('is stored by path, with a list for a single repeat entry, and with answers that the form does not have', async () => {
    const answers = `${name('Am &amp; &#233;')}<member><m_name>A</m_name></member><odd>1</odd><location>1 2 3 4</location>`
    expect((await send(answers, { instanceID: 1 })).status).toBe(201)
    expect(await row(1)).toMatchObject({
      'hh/head_name': 'Am & é',
      member: [{ 'member/m_name': 'A' }],
      odd: '1',
      _geolocation: [1, 2],
      _submitted_by: 'demo',
      'meta/rootUuid': `uuid:${id(1)}`,
    })
  })

  it('is counted, sorted by its time, and matched by queries', async () => {
    await send(name('Restored'), { instanceID: 1 }, { date: '2020-01-02T03:04:05+02:00' })
    const { body } = await request(`${project}data/?limit=1&sort={"_submission_time":1}`)
    expect(body).toMatchObject({ count: 1061, results: [{ _submission_time: '2020-01-02T03:04:05' }] })
    expect((await request(`${project}data/?query={"hh/head_name":"Restored"}`)).body).toMatchObject({ count: 1 })
    expect((await request(project)).body).toMatchObject({
      deployment__submission_count: 1061,
      deployment__last_submission_time: '2020-01-02T03:04:05.000000Z',
    })
  })

  it('fails with 500 for an invalid date', async () => {
    expect((await send('', { instanceID: 1 }, { date: 'yesterday' })).status).toBe(500)
  })

  it('is accepted again after deletion, but not while another submission has its root uuid', async () => {
    await send(name('A'), { instanceID: 1 })
    const { _id } = await row(1)
    expect((await send(name('B'), { instanceID: 1 })).status).toBe(409)
    expect((await send(name('B'), { instanceID: 2, rootUuid: 1 })).status).toBe(409)
    await request(`${project}data/${String(_id)}/`, { method: 'DELETE' })
    expect((await send(name('B'), { instanceID: 2, rootUuid: 1 })).status).toBe(201)
    expect(await row(1)).toMatchObject({ _uuid: id(2), 'hh/head_name': 'B' })
  })

  it('edits only the newest version, and keeps `_id`, submitter, time and status', async () => {
    const { results } = (await request(`${project}data/?limit=1&query={"_validation_status.uid":{"$exists":true}}`))
      .body as {
      results: Record<string, unknown>[]
    }
    const [before] = results
    const old = String(before?._uuid)
    const edit = (end: number, deprecatedID: string) => send(name('Edited'), { instanceID: end, deprecatedID })
    expect((await edit(1, old)).status).toBe(201)
    const after = await row(1)
    for (const key of ['_id', '_submitted_by', '_submission_time', '_validation_status', 'meta/rootUuid']) {
      expect(after[key]).toEqual(before?.[key])
    }
    expect(after).toMatchObject({ 'hh/head_name': 'Edited', 'meta/deprecatedID': `uuid:${old}` })
    expect((await request(`${project}data/?limit=1`)).body).toMatchObject({ count: 1060 })
    expect((await edit(2, old)).status).toBe(410)
    expect((await edit(3, id(99))).status).toBe(404)
  })

  it('gets the files that its answers name, also if they are sent later', async () => {
    const photo = '<water><water_photo>a.png</water_photo></water>'
    await send(photo, { instanceID: 1 })
    expect((await row(1))._attachments).toEqual([])
    expect((await send(photo, { instanceID: 1 }, { file: 'x' })).status).toBe(201)
    expect((await row(1))._attachments).toMatchObject([
      { media_file_basename: 'a.png', question_xpath: 'water/water_photo', mimetype: 'image/png' },
    ])
    expect((await send(photo, { instanceID: 1 }, { file: 'x' })).status).toBe(202)
    expect((await send(photo, { instanceID: 1 }, { file: 'y' })).status).toBe(409)
  })

  it('is added to the history, and refused without a key', async () => {
    const countOf = async () =>
      ((await request(`${project}history/?q=action:add-submission`)).body as { count: number }).count
    const before = await countOf()
    await send(name('A'), { instanceID: 1 })
    expect(await countOf()).toBe(before + 1)
    expect((await request('submission', { method: 'POST', token: null, body: new FormData() })).status).toBe(401)
  })
})

it.each(['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a b=c/>', '<a>\u0001</a>', '<a>&#x110000;</a>'])(
  'parseXml throws for %j',
  (text) => {
    expect(() => parseXml(text)).toThrow(XmlError)
  },
)

it('parseXml reads attributes, text, CDATA and empty elements', () => {
  expect(parseXml(`<?xml version="1.0"?><!-- c --><a id="1 &gt; 0" b='2'><c/>t<![CDATA[<&]]></a>`)).toEqual({
    name: 'a',
    attributes: { id: '1 > 0', b: '2' },
    children: [{ name: 'c', attributes: {}, children: [], text: '' }],
    text: 't<&',
  })
})

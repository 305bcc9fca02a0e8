import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { addRow, onePixel, sendRow } from '../../lab/projects.ts'

const readRow = async (lab: Lab, key: string | number) =>
  (await lab.me.request('GET', `${(await lab.project('scratch')).path}data/${key}/`)).body as Record<string, unknown>

/** Sends an instance, and again with other answers. */
const sendTwice = (second: Record<string, string>) => async (lab: Lab) => {
  const project = await lab.project('scratch')
  const uuid = crypto.randomUUID()
  const one = await sendRow(lab, project, { name: 'same' }, { uuid })
  const two = await sendRow(lab, project, second, { uuid })
  return [one.status, two.status]
}

/** Sending and editing rows as devices do. */
export const submitting: Group = {
  name: 'submitting (OpenRosa)',
  facts: [
    fact({
      name: 'a repeated submission is accepted without a second row',
      source: ['0801', '0802', '2080', '2081'],
      when: sendTwice({ name: 'same' }),
      expected: [201, 202],
    }),
    fact({
      name: 'the same instance with other answers is refused with 409',
      source: ['2082'],
      when: sendTwice({ name: 'other' }),
      expected: [201, 409],
    }),
    fact({
      name: 'after deletion the same instance is accepted as a new row',
      source: ['2083', 'NOTES Sending again, restoring, editing by OpenRosa'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'deleted' })
        await lab.me.request('DELETE', `${project.path}data/${row.id}/`)
        const { status } = await sendRow(lab, project, { name: 'deleted' }, { uuid: row.uuid })
        return { status, isNew: (await readRow(lab, row.uuid))['_id'] !== row.id }
      },
      expected: { status: 201, isNew: true },
    }),
    fact({
      name: 'submissionDate of the root element sets the submission time, in UTC',
      source: ['2084', '2085'],
      when: async (lab) => {
        const row = await addRow(
          lab,
          await lab.project('scratch'),
          { name: 'restored' },
          { attributes: { submissionDate: '2025-01-02T03:04:05Z' } },
        )
        return (await readRow(lab, row.id))['_submission_time']
      },
      expected: '2025-01-02T03:04:05',
    }),
    fact({
      name: 'rootUuid in meta is kept',
      source: ['2086', '2087'],
      when: async (lab) => {
        const root = crypto.randomUUID()
        const row = await addRow(
          lab,
          await lab.project('scratch'),
          { name: 'edited once' },
          { meta: { rootUuid: `uuid:${root}` } },
        )
        return (await readRow(lab, row.id))['meta/rootUuid'] === `uuid:${root}`
      },
      expected: true,
    }),
    fact({
      name: 'a rootUuid of another row is refused with 409',
      source: ['2088'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'first' })
        return (await sendRow(lab, project, { name: 'second' }, { meta: { rootUuid: `uuid:${row.uuid}` } })).status
      },
      expected: 409,
    }),
    fact({
      name: 'an edit with deprecatedID changes the same row',
      source: ['2090', '2091'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'before' })
        const { status } = await sendRow(
          lab,
          project,
          { name: 'after' },
          { meta: { deprecatedID: `uuid:${row.uuid}` } },
        )
        const now = await readRow(lab, row.id)
        return { status, name: now['name'], root: now['meta/rootUuid'] === `uuid:${row.uuid}` }
      },
      expected: { status: 201, name: 'after', root: true },
    }),
    fact({
      name: 'an edit of an old version is refused with 410',
      source: ['2092'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const row = await addRow(lab, project, { name: 'before' })
        const meta = { deprecatedID: `uuid:${row.uuid}` }
        await sendRow(lab, project, { name: 'first' }, { meta })
        return (await sendRow(lab, project, { name: 'second' }, { meta })).status
      },
      expected: 410,
    }),
    fact({
      name: 'a file can be sent later with the same XML',
      source: ['2100', '2101'],
      when: async (lab) => {
        const project = await lab.project('scratch')
        const uuid = crypto.randomUUID()
        const one = await sendRow(lab, project, { name: 'x', photo: 'late.png' }, { uuid })
        const two = await sendRow(
          lab,
          project,
          { name: 'x', photo: 'late.png' },
          { uuid, files: { 'late.png': onePixel() } },
        )
        return [one.status, two.status, ((await readRow(lab, uuid))['_attachments'] as unknown[]).length]
      },
      expected: [201, 201, 1],
    }),
    fact({
      name: 'JSON is accepted, with repeat groups as lists',
      source: ['2096'],
      when: async (lab) => {
        const { uid } = await lab.project('scratch')
        const uuid = crypto.randomUUID()
        const submission = {
          name: 'by JSON',
          household: { head: 'H' },
          member: [{ member_name: 'A' }, { member_name: 'B' }],
          likes: ['red', 'blue'],
          meta: { instanceID: `uuid:${uuid}` },
        }
        const { status } = await lab.me.request('POST', 'submission', { body: { id: uid, submission } })
        const row = await readRow(lab, uuid)
        return { status, head: row['household/head'], member: row['member'], likes: row['likes'] }
      },
      expected: {
        status: 201,
        head: 'H',
        member: [{ 'member/member_name': 'A' }, { 'member/member_name': 'B' }],
        likes: 'red blue',
      },
    }),
    fact({
      name: 'a submission without an instance id is refused',
      source: ['2094'],
      when: async (lab) => {
        const { uid } = await lab.project('scratch')
        const body = new FormData()
        body.set(
          'xml_submission_file',
          new File([`<${uid} id="${uid}"><name>x</name></${uid}>`], 's.xml', { type: 'text/xml' }),
        )
        return (await lab.me.request('POST', 'submission', { body })).status
      },
      expected: 400,
    }),
    fact({
      name: 'invalid XML is refused',
      source: ['0805'],
      when: async (lab) => {
        const body = new FormData()
        body.set('xml_submission_file', new File(['<a><b'], 's.xml', { type: 'text/xml' }))
        return (await lab.me.request('POST', 'submission', { body })).status
      },
      expected: 400,
    }),
    fact({
      name: 'an unknown form is 404',
      source: ['2095'],
      when: async (lab) => {
        const body = new FormData()
        body.set(
          'xml_submission_file',
          new File(
            [
              '<aNoSuchForm id="aNoSuchForm"><meta><instanceID>uuid:1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed</instanceID></meta></aNoSuchForm>',
            ],
            's.xml',
            { type: 'text/xml' },
          ),
        )
        return (await lab.me.request('POST', 'submission', { body })).status
      },
      expected: 404,
    }),
  ],
}

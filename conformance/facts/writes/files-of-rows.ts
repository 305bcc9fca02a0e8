import { fact, type Group } from '../../fact.ts'
import type { Lab, Row } from '../../lab/lab.ts'
import { addRow, onePixel } from '../../lab/projects.ts'

const scratch = async (lab: Lab) => (await lab.project('scratch')).path
const addScratchRow = async (lab: Lab) =>
  addRow(lab, await lab.project('scratch'), { name: 'one', member: [{ member_name: 'N1' }] })
const addRowWithFile = async (lab: Lab) =>
  addRow(
    lab,
    await lab.project('scratch'),
    { name: 'file', photo: 'photo.png' },
    { files: { 'photo.png': onePixel() } },
  )

interface File {
  uid: string
  download_url: string
  question_xpath: string
  is_deleted: boolean
}

const fileOf = async (lab: Lab, { id }: Row) => {
  const { body } = await lab.me.request('GET', `${await scratch(lab)}data/${id}/`)
  return (body as { _attachments: File[] })._attachments[0]
}

/** The path of a URL, without the server's own host name. */
const pathOf = (url: string) => new URL(url).pathname.slice(new URL(url).pathname.indexOf('api/v2/'))

/** Attachments and the web form of rows. */
export const filesOfRows: Group = {
  name: 'files of rows',
  facts: [
    fact<Row>({
      name: 'a duplicate has the same files',
      source: ['0858'],
      given: addRowWithFile,
      when: async (lab, row) => {
        const { body } = await lab.me.request('POST', `${await scratch(lab)}data/${row.id}/duplicate/`)
        return (
          (await lab.me.request('GET', `${await scratch(lab)}data/${(body as { _id: number })._id}/`)).body as {
            _attachments: File[]
          }
        )._attachments.length
      },
      expected: 1,
    }),
    fact<Row>({
      name: 'a file needs authentication, and is 404 without',
      source: ['0871', '0876'],
      given: addRowWithFile,
      when: async (lab, row) => {
        const path = pathOf((await fileOf(lab, row))?.download_url ?? '')
        const mine = await lab.me.request('GET', path, { headers: { Accept: '*/*' } })
        return {
          mine: mine.status,
          type: mine.headers.get('Content-Type'),
          nobody: (await lab.anonymous.request('GET', path, { headers: { Accept: '*/*' } })).status,
        }
      },
      expected: { mine: 200, type: 'image/png', nobody: 404 },
    }),
    fact<Row>({
      name: 'the list of attachments needs a question and returns its file',
      source: ['0870', '0874', '0875'],
      given: addRowWithFile,
      when: async (lab, row) => {
        const path = `${await scratch(lab)}data/${row.id}/attachments/`
        const statuses = []
        for (const query of [{}, { xpath: 'photo' }, { xpath: 'name' }])
          statuses.push((await lab.me.request('GET', path, { query, headers: { Accept: '*/*' } })).status)
        return statuses
      },
      expected: [400, 200, 404],
    }),
    fact<Row>({
      name: 'an unknown file is 404',
      source: ['0878'],
      given: addRowWithFile,
      when: async (lab, row) =>
        (
          await lab.me.request('GET', `${await scratch(lab)}data/${row.id}/attachments/attNope/`, {
            headers: { Accept: '*/*' },
          })
        ).status,
      expected: 404,
    }),
    fact<Row>({
      name: 'a deleted file keeps its entry and the answer',
      source: ['0879', '0880'],
      given: addRowWithFile,
      when: async (lab, row) => {
        const file = await fileOf(lab, row)
        const { status } = await lab.me.request('DELETE', `${await scratch(lab)}attachments/${file?.uid}/`)
        const { body } = await lab.me.request('GET', `${await scratch(lab)}data/${row.id}/`)
        return { status, photo: (body as { photo: string }).photo, isDeleted: (await fileOf(lab, row))?.is_deleted }
      },
      expected: { status: 204, photo: 'photo.png', isDeleted: true },
    }),
    fact<Row>({
      name: 'files of several rows are deleted by root uuid',
      source: ['0882'],
      given: addRowWithFile,
      realOnly: 'it has no such endpoint',
      when: async (lab, row) =>
        (
          await lab.me.request('DELETE', `${await scratch(lab)}attachments/bulk/`, {
            body: { submission_root_uuids: [row.uuid] },
          })
        ).status,
      expected: 202,
    }),
    fact<Row>({
      name: 'the web form of a row has URLs for viewing and editing',
      source: ['0860', '0861'],
      given: addScratchRow,
      when: async (lab, row) => {
        const keys = []
        for (const purpose of ['edit', 'view']) {
          const { body } = await lab.me.request('GET', `${await scratch(lab)}data/${row.id}/enketo/${purpose}/`, {
            query: { return_url: 'false' },
          })
          keys.push(Object.keys(body as object).toSorted())
        }
        return keys
      },
      expected: [
        ['url', 'version_uid'],
        ['url', 'version_uid'],
      ],
    }),
  ],
}

import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { onePixel } from '../../lab/projects.ts'

const filesPath = async (lab: Lab) => `${(await lab.project('draft')).path}files/`

const upload = async (lab: Lab, name: string, type = 'image/png') => {
  const body = new FormData()
  body.set('description', 'default')
  body.set('file_type', 'form_media')
  body.set('metadata', JSON.stringify({ filename: name }))
  body.set('content', new File([onePixel()], name, { type }))
  return lab.me.request('POST', await filesPath(lab), { body })
}

const NO_FILES = 'it has no map layers'

export const files: Group = {
  name: 'media files',
  facts: [
    fact({
      name: 'a file can be uploaded, read and deleted',
      source: ['1101', '1111', '1112', '1114', '1117', '1119', '1121'],
      when: async (lab) => {
        const { status, body } = await upload(lab, 'logo.png')
        const { uid } = body as { uid: string }
        const path = await filesPath(lab)
        const { count } = (await lab.me.request('GET', path, { query: { file_type: 'form_media' } })).body as {
          count: number
        }
        const content = await lab.me.request('GET', `${path}${uid}/content/`, { headers: { Accept: '*/*' } })
        const removed = await lab.me.request('DELETE', `${path}${uid}/`)
        return { status, count, content: content.status, removed: removed.status }
      },
      expected: { status: 201, count: 1, content: 200, removed: 204 },
    }),
    fact({
      name: 'a duplicate file name is refused',
      source: ['1104', '2286'],
      when: async (lab) => {
        const one = await upload(lab, 'twice.png')
        const two = await upload(lab, 'twice.png')
        return { one: one.status, two: two.status, body: two.body }
      },
      expected: { one: 201, two: 400, body: { content: ['File already exists'] } },
    }),
    fact({
      name: 'an upload without a description or a file is refused',
      source: ['1108', '1109'],
      when: async (lab) => {
        const path = await filesPath(lab)
        const send = async (body: object) => (await lab.me.request('POST', path, { body })).body
        return [await send({ file_type: 'form_media', description: 'x' }), await send({ file_type: 'form_media' })]
      },
      expected: [{ content: ['No files have been submitted'] }, { description: ['This field is required.'] }],
    }),
    fact({
      name: 'an unsupported file type is refused',
      source: ['1105'],
      when: async (lab) => (await upload(lab, 'x.exe', 'application/x-msdownload')).status,
      expected: 400,
    }),
    fact({
      name: 'a file can be given by URL; an invalid URL is refused',
      source: ['1103', '1115'],
      when: async (lab) => {
        const statuses = []
        for (const url of ['https://files.example.org/map.csv', 'not a url']) {
          const body = {
            description: 'default',
            file_type: 'form_media',
            metadata: JSON.stringify({ redirect_url: url }),
          }
          statuses.push((await lab.me.request('POST', await filesPath(lab), { body })).status)
        }
        return statuses
      },
      expected: [201, 400],
    }),
    fact({
      name: 'a map layer without metadata fails with 500',
      source: ['1110'],
      realOnly: NO_FILES,
      when: async (lab) => {
        const body = new FormData()
        body.set('description', 'Districts')
        body.set('file_type', 'map_layer')
        body.set(
          'content',
          new File(['{"type":"FeatureCollection","features":[]}'], 'd.geojson', { type: 'application/geo+json' }),
        )
        return (await lab.me.request('POST', await filesPath(lab), { body })).status
      },
      expected: 500,
    }),
  ],
}

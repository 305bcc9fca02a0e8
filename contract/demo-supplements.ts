import { household, type ResponseItem, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

const QUESTION = 'household/head_name'
const features = `${household}advanced-features/`
/** The uuids of the recorded analysis questions: a note, a number, tags. */
const [NOTE, NUMBER, TAGS] = ['01', '02', '03'].map((end) => `6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1a${end}`)

/** The analysis questions of recording 2040. */
const enable = (demo: Demo) =>
  demo.request({
    method: 'POST',
    path: features,
    body: {
      question_xpath: QUESTION,
      action: 'manual_qual',
      params: [
        { uuid: NOTE, type: 'qualText', labels: { _default: 'Review note' } },
        { uuid: NUMBER, type: 'qualInteger', labels: { _default: 'Times called' } },
        { uuid: TAGS, type: 'qualTags', labels: { _default: 'Tags' } },
      ],
    },
  })

/** The address of what was added to the answers of the newest submission. */
async function supplementOf(demo: Demo): Promise<string> {
  const { body } = await demo.request({ method: 'GET', path: `${household}data/?limit=1` })
  const [row] = (body as ResponseItem).results
  return `${household}data/${row?._uuid}/supplement/`
}

const write = async (demo: Demo) => {
  await enable(demo)
  const value = { manual_qual: { uuid: NOTE, value: 'Name looks wrong; asked the team.' } }
  await demo.request({
    method: 'PATCH',
    path: await supplementOf(demo),
    body: { _version: '20250820', [QUESTION]: value },
  })
}

const feature = async (demo: Demo) => {
  const { body } = await demo.request({ method: 'GET', path: features })
  return { path: `${features}${(body as ResponseItem[])[0]?.uid}/` }
}

const users = { CAROL: 'demo' }
const toFeatures = () => ({ path: features })
const toSupplement = async (demo: Demo) => ({ path: await supplementOf(demo) })

/** Analysis questions of a project, and what was added to answers. */
export const SUPPLEMENT_SITUATIONS: Situation[] = [
  { recording: '1358' },
  { recording: '1531', request: toSupplement },
  ...['2040', '2042', '2043', '2066'].map((recording) => ({ recording, users, request: toFeatures })),
  ...['2041', '2044'].map((recording) => ({ recording, users, setUp: enable, request: toFeatures })),
  ...['2045', '2048', '2049', '2060'].map((recording) => ({ recording, users, setUp: enable, request: toSupplement })),
  ...['2046', '2050', '2053'].map((recording) => ({ recording, users, setUp: write, request: toSupplement })),
  { recording: '2052', users, setUp: write, request: () => ({ path: `${household}data/?fields=["_id"]&limit=1` }) },
  {
    recording: '2054',
    users,
    setUp: enable,
    request: async (demo) => {
      const { body } = await demo.request({ method: 'GET', path: `${household}data/?limit=1` })
      return { path: `${household}data/${(body as ResponseItem).results[0]?._id}/supplement/` }
    },
  },
  { recording: '2067', request: () => ({ path: features, user: 'yusuf' }) },
  ...['2057', '2058', '2059'].map((recording) => ({ recording, users, setUp: enable, request: feature })),
  { recording: '2061', users, setUp: write, request: () => ({ path: household }) },
]

import { describe, expect, it } from 'vitest'
import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { type Demo, type DemoRequest, openDemo } from './demo.ts'
import { collectShapes, compareWithShapes, readShapes, serializeShapes } from './recorded-shapes.ts'
import { hasRecordings, readRecordings, type Recording } from './recordings.ts'

const household = `/api/v2/assets/${DEMO_PROJECTS.household.uid}/`
const draft = `/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
const unsharedProject = `/api/v2/assets/${SENTINELS.unreadableSubmissions.uid}/`
const survey = { name: 'Wells', asset_type: 'survey', content: { survey: [{ type: 'text', name: 'q', label: ['Q'] }] } }
const approved = { 'validation_status.uid': 'validation_status_approved' }
const view = { user: '/api/v2/users/yusuf/', permission: '/api/v2/permissions/view_asset/' }
const unknown = { ...view, user: '/api/v2/users/nobody-here/' }

const get = (path: string, user: string | null = 'demo'): DemoRequest => ({ user, method: 'GET', path })
const send = (method: string, path: string, body: unknown): DemoRequest => ({ method, path, body })

/** Requests to the demo, each to a new one. */
const REQUESTS: DemoRequest[] = [
  ...['/me/', '/api/v2/environment/', '/api/v2/permissions/', '/api/v2/permissions/view_asset/'].map((path) =>
    get(path),
  ),
  ...['/api/v2/users/yusuf/', '/api/v2/users/nobody-here/', '/api/v2/users/'].map((path) => get(path)),
  ...['/api/v2/assets/', '/api/v2/assets/?q=ab', '/api/v2/assets/counts/'].map((path) => get(path)),
  ...Object.values(DEMO_PROJECTS).map(({ uid }) => get(`/api/v2/assets/${uid}/`)),
  ...['counts/', 'versions/', 'permission-assignments/', 'data/?limit=50', 'deployment/'].map((rest) =>
    get(household + rest),
  ),
  ...['data/?sort=-_id', 'data/?fields=["_id"]&limit=2', 'data/?limit=1', 'versions/vNope/'].map((rest) =>
    get(household + rest),
  ),
  ...['deployment/', 'versions/', 'data/'].map((rest) => get(draft + rest)),
  get('/me/', null),
  get(household, null),
  get('/api/v2/assets/', null),
  get(`${household}permission-assignments/`, 'yusuf'),
  send('POST', '/api/v2/assets/', survey),
  send('POST', '/api/v2/assets/', { ...survey, asset_type: 'nope' }),
  send('PATCH', draft, { name: 'Another name' }),
  send('PATCH', draft, { name: 'x'.repeat(300) }),
  send('DELETE', draft, undefined),
  send('POST', `${draft}deployment/`, { active: true }),
  send('POST', `${household}deployment/`, { active: true }),
  send('PATCH', `${household}deployment/`, { active: false }),
  send('PATCH', `${household}deployment/`, { active: true, version_id: 'stale' }),
  send('POST', `${unsharedProject}permission-assignments/`, view),
  send('POST', `${unsharedProject}permission-assignments/`, unknown),
  send('POST', `${unsharedProject}permission-assignments/`, {}),
  send('POST', `${unsharedProject}permission-assignments/bulk/`, [view]),
  send('PATCH', `${household}data/validation_statuses/`, { payload: { ...approved, confirm: true } }),
  send('PATCH', `${household}data/validation_statuses/`, {}),
]

const shapes = readShapes()

async function request(demo: Demo, demoRequest: DemoRequest) {
  const { status, body } = await demo.request(demoRequest)
  const [path = ''] = demoRequest.path.split('?')
  return { method: demoRequest.method, path, status, body }
}

describe('responses of the demo match the stored shapes', () => {
  it.each(
    REQUESTS.map((demoRequest) => [`${demoRequest.method} ${demoRequest.path.slice(0, 80)}`, demoRequest] as const),
  )('%s', async (_, demoRequest) => {
    expect(compareWithShapes(shapes, await request(await openDemo(), demoRequest))).toEqual([])
  })

  it('differences are detected', async () => {
    const response = await request(await openDemo(), get('/me/'))
    const { username: _, ...rest } = response.body as Record<string, unknown>
    const differences = compareWithShapes(shapes, {
      ...response,
      status: 418,
      body: { ...rest, email: 7, shoe_size: 40 },
    })
    expect(differences).toEqual([expect.stringMatching(/^GET \/me\/: 418, recorded/), 'GET /me/ 418: not recorded'])
    expect(compareWithShapes(shapes, { ...response, body: { ...rest, email: 7, shoe_size: 40 } })).toEqual([
      'me .username: missing',
      'me .email: number, recorded string',
      'me .shoe_size: not in any recording',
    ])
  })
})

describe('the stored shapes', () => {
  it.skipIf(!hasRecordings)('are those of the recordings (skipped: no ../shared/recordings)', () => {
    expect(JSON.parse(serializeShapes(readShapes()))).toEqual(
      JSON.parse(serializeShapes(collectShapes(readRecordings()))),
    )
  })

  it('contain no content of projects, and always have the same order', () => {
    const path = '/api/v2/assets/aLvRjPmjPeCAeGN7n7YLjy/'
    const recordingOf = (body: unknown): Recording => ({
      name: '',
      request: { method: 'GET', path, headers: {} },
      response: { status: 200, headers: {}, body },
    })
    const settings = { 'data-table': 1, sector: null }
    const survey = [{ type: 'text', 'label::Kiswahili (sw)': 'Jina', '2026-11-21': true }]
    const first = recordingOf({ name: 'Secret', settings, content: { survey }, 'household/head': 'x' })
    const second = recordingOf({ settings, name: null })
    const text = serializeShapes(collectShapes([first, second]))
    expect(text).not.toMatch(/Secret|data-table|Kiswahili|2026|household|Jina|aLvR/)
    expect(text).toContain('"name":"null|string"')
    expect(serializeShapes(collectShapes([second, first]))).toBe(text)
    expect(serializeShapes(readShapes(text))).toBe(text)
  })
})

import { describe, expect, it } from 'vitest'
import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { openWorld, type Step, type World } from './demo-world.ts'
import { learnFrom, readLessons, unlike, write } from './lessons.ts'
import { hasRecordings, readRecordings, type Recording } from './recordings.ts'

const household = `/api/v2/assets/${DEMO_PROJECTS.household.uid}/`
const draft = `/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
const lab = `/api/v2/assets/${SENTINELS.unreadableSubmissions.uid}/`
const survey = { name: 'Wells', asset_type: 'survey', content: { survey: [{ type: 'text', name: 'q', label: ['Q'] }] } }
const approved = { 'validation_status.uid': 'validation_status_approved' }
const view = { user: '/api/v2/users/yusuf/', permission: '/api/v2/permissions/view_asset/' }
const unknown = { ...view, user: '/api/v2/users/nobody-here/' }

const get = (path: string, as: string | null = 'demo'): Step => ({ as, method: 'GET', path })
const send = (method: string, path: string, body: unknown): Step => ({ method, path, body })

/** What the demo is asked of its own accord, each on a server of its own. */
const REQUESTS: Step[] = [
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
  send('POST', `${lab}permission-assignments/`, view),
  send('POST', `${lab}permission-assignments/`, unknown),
  send('POST', `${lab}permission-assignments/`, {}),
  send('POST', `${lab}permission-assignments/bulk/`, [view]),
  send('PATCH', `${household}data/validation_statuses/`, { payload: { ...approved, confirm: true } }),
  send('PATCH', `${household}data/validation_statuses/`, {}),
]

const lessons = readLessons()

async function ask(world: World, step: Step) {
  const { status, body } = await world.ask(step)
  const [path = ''] = step.path.split('?')
  return { method: step.method, path, status, body }
}

describe('the demo has the shapes that the project keeps of real servers', () => {
  it.each(REQUESTS.map((step) => [`${step.method} ${step.path.slice(0, 80)}`, step] as const))(
    '%s',
    async (_, step) => {
      expect(unlike(lessons, await ask(await openWorld(), step))).toEqual([])
    },
  )

  it('and would be found out otherwise', async () => {
    const answer = await ask(await openWorld(), get('/me/'))
    const { username: _, ...rest } = answer.body as Record<string, unknown>
    const found = unlike(lessons, { ...answer, status: 418, body: { ...rest, email: 7, shoe_size: 40 } })
    expect(found).toEqual([expect.stringMatching(/^GET \/me\/: 418, recorded/), 'GET /me/ 418: not recorded'])
    expect(unlike(lessons, { ...answer, body: { ...rest, email: 7, shoe_size: 40 } })).toEqual([
      'me .username: missing',
      'me .email: number, recorded string',
      'me .shoe_size: not in any recording',
    ])
  })
})

describe('what is kept', () => {
  it.skipIf(!hasRecordings)('is what the recordings teach (skipped: no ../shared/recordings)', () => {
    expect(JSON.parse(write(readLessons()))).toEqual(JSON.parse(write(learnFrom(readRecordings()))))
  })

  it('has nothing of anybody in it, and no order by chance', () => {
    const path = '/api/v2/assets/aLvRjPmjPeCAeGN7n7YLjy/'
    const teach = (body: unknown): Recording => ({
      name: '',
      request: { method: 'GET', path, headers: {} },
      response: { status: 200, headers: {}, body },
    })
    const settings = { 'data-table': 1, sector: null }
    const survey = [{ type: 'text', 'label::Kiswahili (sw)': 'Jina', '2026-11-21': true }]
    const one = teach({ name: 'Secret', settings, content: { survey }, 'household/head': 'x' })
    const other = teach({ settings, name: null })
    const text = write(learnFrom([one, other]))
    expect(text).not.toMatch(/Secret|data-table|Kiswahili|2026|household|Jina|aLvR/)
    expect(text).toContain('"name":"null|string"')
    expect(write(learnFrom([other, one]))).toBe(text)
    expect(write(readLessons(text))).toBe(text)
  })
})

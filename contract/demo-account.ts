import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { getJson, type Situation } from './demo-situation.ts'
import type { Demo, DemoRequest } from './demo.ts'

/** The only item of the list of organizations of a user. */
async function organizationPath(demo: Demo, user: string): Promise<string> {
  const { body } = await demo.request({ user, method: 'GET', path: '/api/v2/organizations/' })
  const [{ id } = { id: '' }] = (body as { results: { id: string }[] }).results
  return `/api/v2/organizations/${id}/`
}

const below =
  (user: string, rest = '') =>
  async (demo: Demo) => ({ path: `${await organizationPath(demo, user)}${rest}` })

/** The owner of an organization invites h.qasim. */
const invite = async (demo: Demo) =>
  demo.request({
    method: 'POST',
    path: `${await organizationPath(demo, 'demo')}invites/`,
    body: { invitees: ['h.qasim'], role: 'member' },
  })

/** The newest invite of the organization. */
const newestInvite = async (demo: Demo) => {
  const path = `${await organizationPath(demo, 'demo')}invites/`
  return { path: new URL((await getJson(demo, path)).results.at(-1)?.url ?? 'about:blank').pathname }
}

const deleteKey = (demo: Demo) => demo.request({ user: 'h.qasim', method: 'DELETE', path: '/token/' })
const withPassword = (): Partial<DemoRequest> => ({
  user: null,
  headers: { Authorization: `Basic ${btoa('h.qasim:h.qasim')}` },
})

/** Of an account that is alone in its organization, as those of the recordings. */
const alone = { ALICE: 'yusuf' }
const owner = { CAROL: 'demo' }

/** Recordings about the own account: profile, API key, organization, project views. */
export const ACCOUNT_SITUATIONS: Situation[] = [
  { recording: '0114', users: alone },
  { recording: '0115', users: alone },
  { recording: '0137', users: alone },
  { recording: '0138', users: alone, request: below('yusuf') },
  { recording: '0139', users: alone, request: below('yusuf', 'members/') },
  { recording: '0145', users: alone },
  { recording: '1344' },
  {
    recording: '1345',
    request: async (demo) => {
      const { body } = await demo.request({ user: 'h.qasim', method: 'GET', path: '/api/v2/project-views/' })
      const [{ uid } = { uid: '' }] = (body as { results: { uid: string }[] }).results
      return { path: `/api/v2/project-views/${uid}/assets/` }
    },
  },
  { recording: '1347', request: () => ({ path: `/api/v2/assets/${DEMO_PROJECTS.arabic.uid}/` }) },
  { recording: '2325', users: owner, setUp: invite, request: newestInvite },
  { recording: '2326', users: owner, request: below('demo', 'invites/') },
  { recording: '2327', users: owner, setUp: invite, request: below('demo', 'invites/') },
  { recording: '2328', users: owner, setUp: invite, request: newestInvite },
  { recording: '2490' },
  { recording: '2491', setUp: deleteKey },
  { recording: '2492', setUp: deleteKey, request: withPassword },
  { recording: '2493', request: () => ({ user: 'h.qasim' }) },
  { recording: '2494' },
  { recording: '2495' },
  { recording: '2499' },
]

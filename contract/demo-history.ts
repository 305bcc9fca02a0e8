import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { household, type Situation } from './demo-situation.ts'
import type { Demo } from './demo.ts'

const users = { CAROL: 'demo', DAVE: 'yusuf' }

/** Sends requests that add entries to the history. */
async function addHistory(demo: Demo) {
  await demo.request({ method: 'GET', path: `${household}data/?limit=1` })
  await demo.request({ user: 'yusuf', method: 'GET', path: `${household}data/?limit=2&fields=["_id"]` })
  // More than a page of the recordings has: no recording has an entry of a validation status, which the seed has.
  for (const v of [1, 2, 3, 4, 5])
    await demo.request({ method: 'PATCH', path: household, body: { settings: { fieldboard: { v } } } })
  await demo.request({ method: 'PATCH', path: `${household}deployment/`, body: {} })
}

/** The same part of the organization of the user. */
const ownOrganization = async (demo: Demo, part: string) => {
  const { organization } = (await demo.request({ method: 'GET', path: '/me/' })).body as {
    organization: { uid: string }
  }
  return { path: `/api/v2/organizations/${organization.uid}/${part}/` }
}

/** The history of a project, the account's access log and usage. */
export const HISTORY_SITUATIONS: Situation[] = [
  { recording: '0363', setUp: addHistory },
  { recording: '0364', setUp: addHistory },
  { recording: '0365' },
  { recording: '1356', setUp: addHistory },
  ...['2001', '2002', '2004', '2005', '2029'].map((recording) => ({ recording, users, setUp: addHistory })),
  { recording: '2007', users },
  {
    recording: '2324',
    users,
    request: () => ({ path: `${household}history/?q=action%3Atransfer` }),
    setUp: (demo) =>
      demo.request({
        method: 'POST',
        path: '/api/v2/project-ownership/invites/',
        body: { recipient: '/api/v2/users/yusuf/', assets: [DEMO_PROJECTS.household.uid] },
      }),
  },
  { recording: '0140', request: (demo) => ownOrganization(demo, 'service_usage') },
  { recording: '0141', request: (demo) => ownOrganization(demo, 'asset_usage') },
  ...['0143', '0144', '1348', '1349'].map((recording) => ({ recording })),
  { recording: '2497', users },
]

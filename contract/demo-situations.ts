import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { household, type Listed, read, type Situation } from './demo-asking.ts'
import { ABOUT_BULK_EDIT } from './demo-bulk-edit.ts'
import { ABOUT_HISTORY } from './demo-history.ts'
import { ABOUT_OPEN_ROSA } from './demo-open-rosa.ts'
import { ABOUT_QUERIES } from './demo-queries.ts'
import { SIGN_IN } from './demo-sign-in.ts'
import { ABOUT_SUBMISSIONS } from './demo-submissions.ts'
import type { World } from './demo-world.ts'

const draft = `/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
const lab = `/api/v2/assets/${SENTINELS.unreadableSubmissions.uid}/`
const publicProject = `/api/v2/assets/${DEMO_PROJECTS.public.uid}/`

const deploy = (world: World) => world.ask({ method: 'POST', path: `${draft}deployment/`, body: { active: true } })
const archive = (world: World) => world.ask({ method: 'PATCH', path: `${draft}deployment/`, body: { active: false } })

const change = async (world: World) => {
  const body = { content: { survey: [{ type: 'text', name: 'remarks', label: ['Remarks'] }] } }
  await world.ask({ method: 'PATCH', path: draft, body })
}

const give =
  (codename: string, username = 'yusuf') =>
  (world: World) =>
    world.ask({
      method: 'POST',
      path: `${lab}permission-assignments/`,
      body: { user: `/api/v2/users/${username}/`, permission: `/api/v2/permissions/${codename}/` },
    })

/** The address of one permission of somebody on the permission lab. */
const grant =
  (codename: string, username = 'yusuf') =>
  async (world: World) => {
    const list = (await world.ask({ method: 'GET', path: `${lab}permission-assignments/` })).body as Listed[]
    const found = list.find(
      ({ user, permission }) => user.includes(`/${username}/`) && permission.includes(`/${codename}/`),
    )
    return { path: new URL(found?.url ?? 'about:blank').pathname }
  }

const inOrder =
  (...steps: ((world: World) => Promise<unknown>)[]) =>
  async (world: World) => {
    for (const step of steps) await step(world)
  }

const newest = async (world: World) => ({ body: { active: true, version_id: (await read(world, draft)).version_id } })

/** Recordings that are asked as they are: only people and projects are replaced. */
const AS_RECORDED = `0103 0105 0110 0111 0120 0121 0124 0125 0126 0130 0131 0132 0133 0210
  0302 0303 0305 0306 0307 0308 0310 0311 0312 0313 0314 0315 0316 0317 0318 0319 0320 0323 0324 0325 0326 0327 0328
  0332 0333 0340 0341 0342 0347 0348 0349 0350 0360 0361 0370 0371 0372 0373 0375 0376 0379 0382 0384 0385 0400 0401
  0402 0403 0405 0410 0411 0412 0413 0419 0424 0426 0501 0502 0503 0504 0505 0506 0524 0525 0538
  0601 0602-a 0602-b 0602-c 0602-d 0602-e 0602-g 0602-h 0602-i 0610 0613 0615 0616 0619 0620 0621 0623 0624 0628
  0640-a 0640-b 0640-c 0640-d 0640-e 0640-f 0640-h 0640-i 0640-j 0644 0650 0651 0653 0654 0655 0656 0658
  0701 0702 0703 0704 0705 0706 0707 0709 0710 0711 0713 0714 0715 0716 0718 0720 0721 0722 0723 0724 0725 0726 0727
  0729 0730 0732 0733 0734 0742 0750 0751 0752 0753 0826 0950 0951 1301 1304 1337 1372 1501 1502`
  .split(/\s+/)
  .map((recording): Situation => ({ recording }))

const PREPARED: Situation[] = [
  { recording: '0101', ask: () => ({ as: null, headers: { Authorization: `Basic ${btoa('demo:demo')}` } }) },
  { recording: '0102', ask: () => ({ as: null, headers: { Authorization: `Basic ${btoa('demo:no')}` } }) },
  { recording: '0112', ask: () => ({ as: null, headers: { Authorization: 'Token 00' } }) },
  { recording: '0208', before: (world) => world.ask({ method: 'POST', path: '/api/v2/imports/', body: {} }) },
  {
    recording: '0362',
    ask: async (world) => ({ path: `${household}versions/${(await read(world, household)).version_id}/` }),
  },
  { recording: '0417', ask: () => ({ path: draft }) },
  { recording: '0418', before: (world) => world.ask({ method: 'DELETE', path: draft }), ask: () => ({ path: draft }) },
  { recording: '0533', ask: () => ({ path: `${household}versions/vNope/` }) },

  { recording: '0507', before: deploy },
  { recording: '0508', before: deploy },
  { recording: '0509', before: deploy },
  { recording: '0511', before: inOrder(deploy, change) },
  { recording: '0512', before: inOrder(deploy, change) },
  { recording: '0513', before: inOrder(deploy, change) },
  { recording: '0514', before: inOrder(deploy, change), ask: newest },
  { recording: '0515', before: inOrder(deploy, change) },
  { recording: '0516', before: deploy, ask: newest },
  { recording: '0517', before: deploy },
  { recording: '0519', before: deploy },
  { recording: '0520', before: inOrder(deploy, archive) },
  { recording: '0521', before: inOrder(deploy, archive) },
  { recording: '0523', before: deploy },
  { recording: '0530', before: deploy },
  { recording: '0540', before: deploy },
  { recording: '0541', before: deploy },
  { recording: '0542', before: deploy },

  { recording: '0603-e', before: give('change_submissions') },
  { recording: '0603-i', before: give('manage_asset') },
  { recording: '0605', before: give('validate_submissions'), ask: grant('view_submissions') },
  { recording: '0608', before: give('change_submissions'), ask: grant('add_submissions') },
  { recording: '0612', before: give('view_submissions') },
  { recording: '0625', ask: grant('view_asset', 'demo') },
  { recording: '0626', before: give('change_asset') },
  { recording: '0627', before: give('change_asset') },
  { recording: '0630', before: give('view_asset'), ask: grant('view_asset') },
  { recording: '0631', before: give('manage_asset') },
  { recording: '0632', before: give('manage_asset') },
  { recording: '0633', before: give('add_submissions'), ask: grant('add_submissions') },
  { recording: '0635', before: give('view_asset') },
  { recording: '0641', ask: () => ({ path: `${publicProject}permission-assignments/` }) },
  { recording: '0642', ask: () => ({ path: publicProject }) },
  { recording: '0643', ask: () => ({ path: `${publicProject}data/?limit=2` }) },
  { recording: '0657', before: give('view_asset') },
  { recording: '0671', before: give('add_submissions') },
  { recording: '0673', cast: { CAROL: 'p.lefevre' } },
  { recording: '0675', ask: () => ({ path: `${household}permission-assignments/` }) },
]

export const SITUATIONS: Situation[] = [
  ...AS_RECORDED,
  ...PREPARED,
  ...ABOUT_SUBMISSIONS,
  ...ABOUT_QUERIES,
  ...ABOUT_BULK_EDIT,
  ...ABOUT_HISTORY,
  ...ABOUT_OPEN_ROSA,
  ...SIGN_IN,
]

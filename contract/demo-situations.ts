import { DEMO_PROJECTS, SENTINELS } from '#/demo/sentinels.ts'
import { ACCOUNT_SITUATIONS } from './demo-account.ts'
import { BULK_EDIT_SITUATIONS } from './demo-bulk-edit.ts'
import { EXPORT_SITUATIONS } from './demo-exports.ts'
import { HISTORY_SITUATIONS } from './demo-history.ts'
import { HOOK_SITUATIONS } from './demo-hooks.ts'
import { OPEN_ROSA_SITUATIONS } from './demo-open-rosa.ts'
import { QUERY_SITUATIONS } from './demo-queries.ts'
import { SIGN_IN_SITUATIONS } from './demo-sign-in.ts'
import { getJson, household, type ResponseItem, type Situation } from './demo-situation.ts'
import { SUBMISSION_SITUATIONS } from './demo-submissions.ts'
import { SUPPLEMENT_SITUATIONS } from './demo-supplements.ts'
import type { Demo } from './demo.ts'

const draft = `/api/v2/assets/${DEMO_PROJECTS.draft.uid}/`
const unsharedProject = `/api/v2/assets/${SENTINELS.unreadableSubmissions.uid}/`
const publicProject = `/api/v2/assets/${DEMO_PROJECTS.public.uid}/`

const deploy = (demo: Demo) => demo.request({ method: 'POST', path: `${draft}deployment/`, body: { active: true } })
const archive = (demo: Demo) => demo.request({ method: 'PATCH', path: `${draft}deployment/`, body: { active: false } })

const changeForm = async (demo: Demo) => {
  const body = { content: { survey: [{ type: 'text', name: 'remarks', label: ['Remarks'] }] } }
  await demo.request({ method: 'PATCH', path: draft, body })
}

const addPermission =
  (codename: string, username = 'yusuf') =>
  (demo: Demo) =>
    demo.request({
      method: 'POST',
      path: `${unsharedProject}permission-assignments/`,
      body: { user: `/api/v2/users/${username}/`, permission: `/api/v2/permissions/${codename}/` },
    })

/** The path of one permission assignment of a user. */
const assignmentPath =
  (codename: string, username = 'yusuf') =>
  async (demo: Demo) => {
    const list = (await demo.request({ method: 'GET', path: `${unsharedProject}permission-assignments/` }))
      .body as ResponseItem[]
    const assignment = list.find(
      ({ user, permission }) => user.includes(`/${username}/`) && permission.includes(`/${codename}/`),
    )
    return { path: new URL(assignment?.url ?? 'about:blank').pathname }
  }

const inSequence =
  (...steps: ((demo: Demo) => Promise<unknown>)[]) =>
  async (demo: Demo) => {
    for (const step of steps) await step(demo)
  }

const newestVersion = async (demo: Demo) => ({
  body: { active: true, version_id: (await getJson(demo, draft)).version_id },
})

/** Recordings whose request is sent unchanged, except for users and projects. */
const UNCHANGED_SITUATIONS = `0103 0105 0110 0111 0120 0121 0124 0125 0126 0130 0131 0132 0133 0210
  0302 0303 0305 0306 0307 0308 0310 0311 0312 0313 0314 0315 0316 0317 0318 0319 0320 0323 0324 0325 0326 0327 0328
  0332 0333 0340 0341 0342 0347 0348 0349 0350 0360 0361 0370 0371 0372 0373 0375 0376 0379 0382 0384 0385 0400 0401
  0402 0403 0405 0410 0411 0412 0413 0419 0424 0426 0501 0502 0503 0504 0505 0506 0524 0525 0538
  0601 0602-a 0602-b 0602-c 0602-d 0602-e 0602-g 0602-h 0602-i 0610 0613 0615 0616 0619 0620 0621 0623 0624 0628
  0640-a 0640-b 0640-c 0640-d 0640-e 0640-f 0640-h 0640-i 0640-j 0644 0650 0651 0653 0654 0655 0656 0658
  0701 0702 0703 0704 0705 0706 0707 0709 0710 0711 0713 0714 0715 0716 0718 0720 0721 0722 0723 0724 0725 0726 0727
  0729 0730 0732 0733 0734 0742 0750 0751 0752 0753 0826 0950 0951 1301 1304 1337 1372 1501 1502`
  .split(/\s+/)
  .map((recording): Situation => ({ recording }))

const PREPARED_SITUATIONS: Situation[] = [
  { recording: '0101', request: () => ({ user: null, headers: { Authorization: `Basic ${btoa('demo:demo')}` } }) },
  { recording: '0102', request: () => ({ user: null, headers: { Authorization: `Basic ${btoa('demo:no')}` } }) },
  { recording: '0112', request: () => ({ user: null, headers: { Authorization: 'Token 00' } }) },
  { recording: '0208', setUp: (demo) => demo.request({ method: 'POST', path: '/api/v2/imports/', body: {} }) },
  {
    recording: '0362',
    request: async (demo) => ({ path: `${household}versions/${(await getJson(demo, household)).version_id}/` }),
  },
  { recording: '0417', request: () => ({ path: draft }) },
  {
    recording: '0418',
    setUp: (demo) => demo.request({ method: 'DELETE', path: draft }),
    request: () => ({ path: draft }),
  },
  { recording: '0533', request: () => ({ path: `${household}versions/vNope/` }) },

  { recording: '0507', setUp: deploy },
  { recording: '0508', setUp: deploy },
  { recording: '0509', setUp: deploy },
  { recording: '0511', setUp: inSequence(deploy, changeForm) },
  { recording: '0512', setUp: inSequence(deploy, changeForm) },
  { recording: '0513', setUp: inSequence(deploy, changeForm) },
  { recording: '0514', setUp: inSequence(deploy, changeForm), request: newestVersion },
  { recording: '0515', setUp: inSequence(deploy, changeForm) },
  { recording: '0516', setUp: deploy, request: newestVersion },
  { recording: '0517', setUp: deploy },
  { recording: '0519', setUp: deploy },
  { recording: '0520', setUp: inSequence(deploy, archive) },
  { recording: '0521', setUp: inSequence(deploy, archive) },
  { recording: '0523', setUp: deploy },
  { recording: '0530', setUp: deploy },
  { recording: '0540', setUp: deploy },
  { recording: '0541', setUp: deploy },
  { recording: '0542', setUp: deploy },

  { recording: '0603-e', setUp: addPermission('change_submissions') },
  { recording: '0603-i', setUp: addPermission('manage_asset') },
  { recording: '0605', setUp: addPermission('validate_submissions'), request: assignmentPath('view_submissions') },
  { recording: '0608', setUp: addPermission('change_submissions'), request: assignmentPath('add_submissions') },
  { recording: '0612', setUp: addPermission('view_submissions') },
  { recording: '0625', request: assignmentPath('view_asset', 'demo') },
  { recording: '0626', setUp: addPermission('change_asset') },
  { recording: '0627', setUp: addPermission('change_asset') },
  { recording: '0630', setUp: addPermission('view_asset'), request: assignmentPath('view_asset') },
  { recording: '0631', setUp: addPermission('manage_asset') },
  { recording: '0632', setUp: addPermission('manage_asset') },
  { recording: '0633', setUp: addPermission('add_submissions'), request: assignmentPath('add_submissions') },
  { recording: '0635', setUp: addPermission('view_asset') },
  { recording: '0641', request: () => ({ path: `${publicProject}permission-assignments/` }) },
  { recording: '0642', request: () => ({ path: publicProject }) },
  { recording: '0643', request: () => ({ path: `${publicProject}data/?limit=2` }) },
  { recording: '0657', setUp: addPermission('view_asset') },
  { recording: '0660', request: () => ({ body: { clone_from: DEMO_PROJECTS.public.uid } }) },
  { recording: '0663', request: () => ({ body: { clone_from: 'aNoSuchProject00000000' } }) },
  { recording: '0671', setUp: addPermission('add_submissions') },
  { recording: '0673', users: { CAROL: 'p.lefevre' } },
  { recording: '0675', request: () => ({ path: `${household}permission-assignments/` }) },
]

export const SITUATIONS: Situation[] = [
  ...UNCHANGED_SITUATIONS,
  ...PREPARED_SITUATIONS,
  ...SUBMISSION_SITUATIONS,
  ...QUERY_SITUATIONS,
  ...BULK_EDIT_SITUATIONS,
  ...HISTORY_SITUATIONS,
  ...HOOK_SITUATIONS,
  ...EXPORT_SITUATIONS,
  ...OPEN_ROSA_SITUATIONS,
  ...SIGN_IN_SITUATIONS,
  ...ACCOUNT_SITUATIONS,
  ...SUPPLEMENT_SITUATIONS,
]

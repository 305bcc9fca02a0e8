import { describe, expect, it } from 'vitest'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { toPeople } from '#/api/kpi/permissions/people.ts'
import { tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { handlerOf } from '#/features/project-actions/jobs/project-handlers.ts'
import { newProjectJob, type ProjectJob, undoOf } from '#/features/project-actions/jobs/project-job.ts'
import { countOutcomes, retryFailed } from '#/lib/batch-job/batch-job.ts'
import { runInMemory } from '#/lib/batch-job/job-in-tests.ts'
import { settled, setOnline } from './faulty-server.ts'
import { chaosOn, SCENARIOS } from './scenarios.ts'
import { client, server, setUpServer } from './set-up-server.ts'

setUpServer()

const SIZE = 4
type Change = Parameters<typeof newProjectJob>[0]

/** All projects on the server that the user sees. */
async function allProjects(): Promise<AssetListItem[]> {
  const options = assetQueries.list({ search: { text: '', status: 'all' }, ordering: 'name', page: 1, pageSize: 500 })
  const { value } = await settled(client.fetchQuery({ ...options, staleTime: 0 }))
  return (value as { results: AssetListItem[] }).results
}

async function runToStop(begun: ProjectJob): Promise<ProjectJob> {
  const { value, error } = await settled(runInMemory(begun, handlerOf(client, begun.action)))
  expect(error).toBeUndefined()
  return value as ProjectJob
}

/** Resumes a job until each project has an outcome, and tries those again that were refused. */
async function untilEnded(job: ProjectJob): Promise<ProjectJob> {
  const ended = job.phase === 'ended' ? retryFailed(job) : job
  const { waiting, uncertain, sending } = countOutcomes(ended)
  return waiting + uncertain + sending === 0 ? job : untilEnded(await runToStop(ended))
}

const hasRole = (username: string) => (project: AssetListItem) =>
  toPeople(project.permissions).some((person) => person.username === username && person.held.has('view_submissions'))
const copyNames = (projects: readonly AssetListItem[]) =>
  new Map(projects.map(({ uid, name }) => [uid, `${name} (copy)`]))

interface ActionCase {
  name: string
  change: (projects: readonly AssetListItem[]) => Change
  choose?: (project: AssetListItem) => boolean
  /** Whether it is done, by the projects that the server has afterwards, or by what the job brought. */
  isDone: (project: AssetListItem, now: readonly AssetListItem[], job: ProjectJob) => boolean
}

const isOwn = ({ owner__username: owner }: AssetListItem) => owner === 'demo'
const exists = ({ uid }: AssetListItem, now: readonly AssetListItem[]) => now.some((other) => other.uid === uid)
const found = ({ uid }: AssetListItem, now: readonly AssetListItem[]) => now.find((other) => other.uid === uid)
const isNow =
  (test: (project: AssetListItem) => boolean) => (project: AssetListItem, now: readonly AssetListItem[]) => {
    const current = found(project, now)
    return current !== undefined && test(current)
  }

const ACTIONS: ActionCase[] = [
  {
    name: 'archive',
    change: () => ({ kind: 'archive' }),
    choose: (project) => project.deployment_status === 'deployed',
    isDone: isNow((project) => project.deployment_status === 'archived'),
  },
  {
    name: 'unarchive',
    change: () => ({ kind: 'unarchive' }),
    choose: (project) => project.deployment_status === 'archived',
    isDone: isNow((project) => project.deployment_status === 'deployed'),
  },
  { name: 'delete', change: () => ({ kind: 'delete' }), isDone: (project, now) => !exists(project, now) },
  {
    name: 'tag',
    change: () => ({ kind: 'tag', add: ['north'], remove: [] }),
    isDone: isNow(({ tag_string: tags }) => tagsOf(tags).filter((tag) => tag === 'north').length === 1),
  },
  {
    name: 'untag',
    change: () => ({ kind: 'tag', add: [], remove: ['turkana'] }),
    choose: ({ tag_string: tags }) => tagsOf(tags).includes('turkana'),
    isDone: isNow(({ tag_string: tags }) => !tagsOf(tags).includes('turkana')),
  },
  {
    name: 'share',
    change: () => ({ kind: 'share', usernames: ['h.qasim'], role: 'viewer', isExact: false }),
    isDone: isNow(hasRole('h.qasim')),
  },
  {
    name: 'stop sharing',
    change: () => ({ kind: 'stopSharing', usernames: ['yusuf'] }),
    choose: hasRole('yusuf'),
    isDone: isNow((project) => !toPeople(project.permissions).some(({ username }) => username === 'yusuf')),
  },
  {
    name: 'download',
    change: () => ({ kind: 'download' }),
    isDone: ({ uid }, _now, job) => {
      const outcome = job.outcomes.get(uid)
      return outcome?.is === 'done' && (outcome.result?.file?.size ?? 0) > 0
    },
  },
  {
    name: 'clone',
    change: (projects) => ({ kind: 'clone', copyNames: copyNames(projects), withSharing: false, withMedia: false }),
    isDone: ({ name }, now) => now.filter((project) => project.name === `${name} (copy)`).length === 1,
  },
]

/** What of a project an action on others must not change. */
const partsOf = ({ uid, name, tag_string: tags, deployment_status: status, permissions }: AssetListItem) =>
  JSON.stringify([uid, name, tags, status, permissions.length])

describe.each(ACTIONS)('$name of several projects', { timeout: 30_000 }, ({ change, choose = () => true, isDone }) => {
  it.each(SCENARIOS.map(({ chaos }) => chaos))('under %s, is done once for each, and for no other', async (chaos) => {
    const before = await allProjects()
    const mine = before.filter((project) => isOwn(project) && !project.uid.startsWith('aFault') && choose(project))
    const chosen = mine.slice(0, SIZE)
    expect(chosen).not.toEqual([])
    const begun = newProjectJob(change(chosen), chosen)
    server.chaos.set(chaosOn('write', chaos))
    setOnline(!chaos.startsWith('offline'))
    const first = await runToStop(begun)
    expect(countOutcomes(first).total).toBe(chosen.length)

    server.chaos.set('')
    setOnline(true)
    const last = await untilEnded(first)
    const { failed, waiting, uncertain } = countOutcomes(last)
    expect({ failed, waiting, uncertain }).toEqual({ failed: 0, waiting: 0, uncertain: 0 })

    const now = await allProjects()
    expect(chosen.filter((project) => !isDone(project, now, last))).toEqual([])
    const others = (projects: readonly AssetListItem[]) =>
      projects.filter((project) => exists(project, before) && !exists(project, chosen)).map(partsOf)
    expect(others(now)).toEqual(others(before))
    const clones = last.action.kind === 'clone' ? chosen.length : 0
    expect(now.length).toBe(before.length + clones - (last.action.kind === 'delete' ? chosen.length : 0))
  })
})

it('undoes archiving and tags, for those that it changed', { timeout: 30_000 }, async () => {
  const before = await allProjects()
  const chosen = before.filter((project) => isOwn(project) && project.deployment_status === 'deployed').slice(0, SIZE)
  for (const action of [{ kind: 'archive' }, { kind: 'tag', add: ['baseline', 'x'], remove: ['turkana'] }] as const) {
    const undo = undoOf(await runToStop(newProjectJob(action, chosen)))
    if (undo) await runToStop(undo)
    expect((await allProjects()).map(partsOf).toSorted()).toEqual(before.map(partsOf).toSorted())
  }
})

it('leaves access that row rules limit as it is, and says whose', { timeout: 30_000 }, async () => {
  const before = await allProjects()
  const limited = before.filter(({ permissions }) =>
    permissions.some(({ permission, user }) => permission.includes('partial') && user.includes('p.lefevre')),
  )
  const change: Change = { kind: 'share', usernames: ['p.lefevre'], role: 'viewer', isExact: false }
  const job = await runToStop(newProjectJob(change, limited))
  expect([...job.outcomes.values()]).toMatchObject([{ is: 'failed', error: { username: 'p.lefevre' } }])
  expect(await allProjects()).toEqual(before)
})

it('clones with sharing and media files, and says what is missing', { timeout: 30_000 }, async () => {
  const [household] = (await allProjects()).filter(({ uid }) => uid === 'aHouseholdTurkana2026x')
  if (!household) throw new Error('No such project in the demo')
  const chosen = [household]
  const change: Change = { kind: 'clone', copyNames: copyNames(chosen), withSharing: true, withMedia: true }
  server.chaos.set('500;on=write;path=/files/')
  const job = await runToStop(newProjectJob(change, chosen))
  const [outcome] = [...job.outcomes.values()]
  expect(outcome).toMatchObject({ is: 'done', result: { notCopied: [{ what: 'media' }] } })
  const copy = (await allProjects()).find(({ name }) => name === `${household.name} (copy)`)
  expect(copy && hasRole('yusuf')(copy)).toBe(true)
})

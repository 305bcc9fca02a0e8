import type { ApiError } from '#/api/errors.ts'
import type { Role } from '#/api/kpi/permissions/roles.ts'
import type { TagChange } from '#/api/kpi/tags/tag-string.ts'
import { type BatchJob, newJob, undoJob } from '#/lib/batch-job/batch-job.ts'

type Change =
  | { kind: 'archive' | 'unarchive' | 'download' }
  /** `isHeld`: it has not begun, and can still be taken back. */
  | { kind: 'delete'; isHeld?: boolean }
  /** The same tags everywhere. */
  | ({ kind: 'tag' } & TagChange)
  /** Writes back what `tag` changed, by project. */
  | { kind: 'undoTags'; changes: ReadonlyMap<string, TagChange> }
  /** `isExact`: the role replaces what the people may do; else it is added to it. */
  | { kind: 'share'; usernames: readonly string[]; role: Role; isExact: boolean }
  | { kind: 'stopSharing'; usernames: readonly string[] }
  | { kind: 'clone'; copyNames: ReadonlyMap<string, string>; withSharing: boolean; withMedia: boolean }

/** An action on projects, with their names for the results. */
export type ProjectAction = Change & { names: ReadonlyMap<string, string> }

/** What became of a project. */
export interface ProjectResult {
  /** The uid of the copy. */
  copy?: string
  /** What of the copy is missing, with the reason. */
  notCopied?: { what: 'sharing' | 'media'; message: string }[]
  /** The downloaded form. */
  file?: Blob
}

/** The types of a job on projects. Its items are uids. */
export interface ProjectTypes {
  id: string
  action: ProjectAction
  /** For `tag`: what was changed. */
  before: TagChange
  /** For `clone`: the projects of the copy's name from before. */
  trace: { sameName: readonly string[] }
  result: ProjectResult
  error: ApiError
}

export type ProjectJob = BatchJob<ProjectTypes>

/** A project as a job needs it. */
interface Named {
  uid: string
  name: string
}

export const newProjectJob = (change: Change, projects: readonly Named[]): ProjectJob =>
  newJob<ProjectTypes>(
    { ...change, names: new Map(projects.map(({ uid, name }) => [uid, name])) },
    projects.map(({ uid }) => uid),
  )

/** A deletion that waits, so that it can be taken back. It is in no hurry: the job is `stopped` until it is resumed. */
export const heldDeletion = (projects: readonly Named[]): ProjectJob => ({
  ...newProjectJob({ kind: 'delete', isHeld: true }, projects),
  phase: 'stopped',
})

/** The same deletion, to be carried out now. */
export const releasedDeletion = (job: ProjectJob): ProjectJob => ({
  ...job,
  action: { kind: 'delete', names: job.action.names },
})

export const isHeld = ({ action }: ProjectJob) => action.kind === 'delete' && action.isHeld === true

/** The job that undoes another; `null` where the server has no way back, or nothing was changed. */
export function undoOf(job: ProjectJob): ProjectJob | null {
  const { action } = job
  const { names } = action
  if (action.kind === 'archive' || action.kind === 'unarchive') {
    const done = job.ids.filter((uid) => job.outcomes.get(uid)?.is === 'done')
    const opposite = action.kind === 'archive' ? 'unarchive' : 'archive'
    return done.length > 0 ? newJob<ProjectTypes>({ kind: opposite, names }, done) : null
  }
  return undoJob(job, (before) =>
    action.kind === 'tag'
      ? {
          kind: 'undoTags',
          names,
          changes: new Map([...before].map(([uid, { add, remove }]) => [uid, { add: remove, remove: add }])),
        }
      : null,
  )
}

import type { QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { JobPlace } from '#/api/batch-job/job-place.ts'
import type { ApiError } from '#/api/errors.ts'
import { accessWriter, type ReadPerson, refreshAccess, stageOf } from '#/api/kpi/permissions/mutations.ts'
import { type Access, NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { savedAccess, type WantedAccess } from '#/api/kpi/permissions/plan-access.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import { type BatchJob, newJob } from '#/lib/batch-job/batch-job.ts'

/** The access of one person before and after. */
export interface PersonChange {
  /** As it was shown: with another one on the server, nothing is written. */
  from: Access
  to: WantedAccess
}

/** Access of several people of one project. */
export interface SharingAction {
  kind: 'add' | 'copy'
  /** By username. */
  changes: ReadonlyMap<string, PersonChange>
}

/** The types of a job that changes the access of people. Its items are usernames. */
export interface SharingJobTypes {
  id: string
  action: SharingAction
  before: never
  trace: never
  result: never
  error: ApiError
}

export type SharingJob = BatchJob<SharingJobTypes>

export const newSharingJob = (kind: SharingAction['kind'], changes: ReadonlyMap<string, PersonChange>): SharingJob =>
  newJob<SharingJobTypes>({ kind, changes }, [...changes.keys()])

/** People between two readings of the list. */
const BATCH_SIZE = 10

/** Changes people one after the other: each is compared with the list before, and read again after. */
function sharingHandler(
  client: QueryClient,
  assetUid: string,
  { changes }: SharingAction,
): BatchHandler<SharingJobTypes, ReadPerson> {
  /** Those to whom something was sent: they are done, where the list says so, and not merely as they were. */
  const sent = new Set<string>()
  const changeOf = (username: string) => changes.get(username) ?? { from: NO_ACCESS, to: NO_ACCESS }
  const write = accessWriter(client, assetUid)
  return {
    batchSize: BATCH_SIZE,
    errors: apiErrors,
    read: async (usernames) => {
      const { results, unreadable } = await client.query({ ...permissionQueries.list(assetUid), staleTime: 0 })
      // What cannot be read may be a permission of one of them.
      if (unreadable.length > 0) return { items: new Map(), isPartial: true }
      const people = new Map<string, ReadPerson>(toPeople(results).map((person) => [person.username, person]))
      const personOf = (username: string) => people.get(username) ?? { username, ...NO_ACCESS }
      return { items: new Map(usernames.map((username) => [username, personOf(username)])), isPartial: false }
    },
    judge: (username, person, kept) => {
      if (!person) return { is: 'gone' }
      const stage = stageOf(person, changeOf(username))
      if (stage === 'done') return kept || sent.has(username) ? { is: 'done' } : { is: 'unchanged' }
      return stage === 'conflict' ? { is: 'changedMeanwhile' } : null
    },
    write: async (entries) => {
      for (const { id, item } of entries) {
        sent.add(id)
        const { from, to } = changeOf(id)
        await write(item, savedAccess(from, to))
      }
      return new Map() // each is read again, since a response does not say what came of it
    },
  }
}

/** Where the job of a project is kept, and what it refetches. */
export const sharingPlace = (assetUid: string): JobPlace<SharingJobTypes, ReadPerson> => ({
  queryKey: ['sharing-job', assetUid],
  handler: (client, job) => sharingHandler(client, assetUid, job.action),
  onSettled: (client) => void refreshAccess(client, assetUid),
})

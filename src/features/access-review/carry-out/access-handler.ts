import type { QueryClient } from '@tanstack/react-query'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import { ApiError } from '#/api/errors.ts'
import { accessByPerson } from '#/api/kpi/access/project-access.ts'
import { rememberAccess } from '#/api/kpi/access/queries.ts'
import { accessWriter, type ReadPerson, stageOf } from '#/api/kpi/permissions/mutations.ts'
import { NO_ACCESS, toPeople } from '#/api/kpi/permissions/people.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import type { PlannedChange } from '#/features/access-review/plan/plan.ts'
import type { BatchHandler } from '#/lib/batch-job/batch-handler.ts'
import type { AccessJob, AccessJobTypes } from './access-job.ts'

/** The access of one person to a project, as it was read just before a change. */
export interface ReadAccess {
  person: ReadPerson
  /** Whether the current user may still change it: if not, the list has only their own permissions [0675]. */
  canManage: boolean
}

/**
 * Changes of which something was sent, and that are not known to be finished. A change can take several requests: what it
 * leaves when one of them fails is no change of somebody else, in this run or a later one.
 */
const begun = new WeakSet<PlannedChange>()

/** Changes of one project between two readings of its list. */
const BATCH_SIZE = 10

/** Carries out planned changes, one project at a time: each is compared with the list just before, and read again after. */
export function accessHandler(
  client: QueryClient,
  { action: { you, changes } }: AccessJob,
): BatchHandler<AccessJobTypes, ReadAccess> {
  const changeOf = (id: string): PlannedChange => {
    const change = changes.get(id)
    if (!change) throw new TypeError(`No change ${id}`)
    return change
  }
  const isOwn = (id: string) => changeOf(id).username === you

  return {
    batchSize: BATCH_SIZE,
    // What takes the current user's own rights away goes alone: the rest of the batch could not be read any more.
    canShareBatch: (one, other) =>
      one === other || (changeOf(one).uid === changeOf(other).uid && !isOwn(one) && !isOwn(other)),
    errors: apiErrors,
    read: async (ids) => {
      const [first = ''] = ids
      const { uid } = changeOf(first)
      try {
        const { results, unreadable } = await client.query({ ...permissionQueries.list(uid), staleTime: 0 })
        // What cannot be read may be a permission of one of them.
        if (unreadable.length > 0) return { items: new Map(), isPartial: true }
        const people = new Map(toPeople(results).map((person) => [person.username, person]))
        const canManage = people.get(you)?.held.has('manage_asset') === true
        if (canManage) rememberAccess(client, uid, (owner) => accessByPerson(results, owner))
        const read = (id: string): [string, ReadAccess] => {
          const { username } = changeOf(id)
          return [id, { person: people.get(username) ?? { username, ...NO_ACCESS }, canManage }]
        }
        return { items: new Map(ids.map(read)), isPartial: false }
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return { items: new Map(), isPartial: false }
        throw error
      }
    },
    judge: (id, item, kept) => {
      const change = changeOf(id)
      const { from, to, partial } = change
      // Users who have removed their own access do not see the project any more [0348].
      if (!item) return kept && isOwn(id) && to.size === 0 ? { is: 'done' } : { is: 'gone' }
      const stage = stageOf(item.person, { from, to: { held: to, partial } })
      if (!item.canManage && !(isOwn(id) && stage === 'done')) {
        return { is: 'failed', error: new ApiError('forbidden', '') }
      }
      if (stage === 'done') {
        const isSent = kept !== undefined || begun.has(change)
        begun.delete(change)
        return { is: isSent ? 'done' : 'unchanged' }
      }
      const isOpen = stage === 'begins' || (stage === 'interrupted' && begun.has(change))
      return isOpen ? null : { is: 'changedMeanwhile' }
    },
    write: async (entries) => {
      for (const { id, item } of entries) {
        const change = changeOf(id)
        begun.add(change)
        await accessWriter(client, change.uid)(item.person, { held: change.to, partial: change.partial })
      }
      return new Map() // each is read again, since a response does not say what came of it
    },
  }
}

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { JobPlace } from '#/api/batch-job/job-place.ts'
import { keptJob } from '#/api/batch-job/kept-job.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import type { ProjectItem } from './handler-types.ts'
import { handlerOf } from './project-handlers.ts'
import { heldDeletion, type ProjectJob, type ProjectTypes } from './project-job.ts'
import { PROJECT_JOB_KEY } from './project-place.ts'
import { saveForms } from './save-forms.ts'

const place: JobPlace<ProjectTypes, ProjectItem> = {
  queryKey: PROJECT_JOB_KEY,
  handler: (client, job) => handlerOf(client, job.action),
  onSettled: (client, job) => {
    if (job?.action.kind === 'download') {
      if (job.phase === 'ended') void saveForms(job)
      return
    }
    if (job?.action.kind === 'tag') void client.invalidateQueries({ queryKey: tagQueries.names().queryKey })
    if (job?.action.kind === 'delete') forgetDeleted(client, job)
    const changesSharing = job?.action.kind === 'share' || job?.action.kind === 'stopSharing'
    if (changesSharing) void client.invalidateQueries({ queryKey: ['permissions'] })
    void client.invalidateQueries({ queryKey: assetQueries.all() })
  },
}

/** Forgets what is kept of deleted projects, except what is on screen. */
function forgetDeleted(client: QueryClient, { ids, outcomes }: ProjectJob) {
  const gone = new Set(ids.filter((uid) => ['done', 'gone'].includes(outcomes.get(uid)?.is ?? '')))
  client.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey }) => queryKey.some((part) => typeof part === 'string' && gone.has(part)),
  })
}

/** The job on projects of a connection, and what a person can do about it. */
export const projectJobOf = (client: QueryClient) => keptJob(client, place)

/**
 * Keeps a deletion that is sent only after some seconds, by the list of projects, where it can be taken back. Returns
 * whether it is kept: not while another action is under way.
 */
export function holdDeletion(client: QueryClient, projects: readonly { uid: string; name: string }[]): boolean {
  const kept = projectJobOf(client)
  const before = kept.get()
  if (before?.phase === 'running' || before?.phase === 'stopping') return false
  kept.set(heldDeletion(projects))
  return true
}

/** Functions to run, stop and dismiss the job on projects. */
export function useProjectControl() {
  const client = useQueryClient()
  return useMemo(() => projectJobOf(client), [client])
}

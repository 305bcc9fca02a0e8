import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import { batchesOf } from './bulk-batch.ts'
import { handlerOf, type Kind } from './bulk-handlers.ts'
import type { BulkJob, RowOutcome } from './bulk-job.ts'

interface Run {
  assetUid: string
  /** Whether it ends after the lot that is on its way. */
  isToStop: () => boolean
  onChange: (job: BulkJob) => void
}

/**
 * Does something to the submissions of a job, lot after lot, and to no others. Each lot is read just before: those that
 * are gone, do not match any more, or are so already are left alone. What was sent without an answer is read again, and
 * not sent again unless somebody goes on with the job. Gives the job as it is then; what went wrong stands in it.
 */
export async function runJob(
  client: QueryClient,
  begun: BulkJob,
  { assetUid, isToStop, onChange }: Run,
): Promise<BulkJob> {
  let job: BulkJob = { ...begun, phase: 'running', fault: null }
  const change = (more: Partial<BulkJob>) => onChange((job = { ...job, ...more }))
  const record = (changes: Iterable<readonly [number, RowOutcome | null]>) => {
    const outcomes = new Map(job.outcomes)
    for (const [id, outcome] of changes) {
      if (outcome) outcomes.set(id, outcome)
      else outcomes.delete(id)
    }
    change({ outcomes })
  }
  const kind = handlerOf(client, assetUid, job.action)
  const settle = batchesOf({ client, assetUid, kind, query: job.query, outcomes: () => job.outcomes, record })

  change({})
  try {
    await kind.begin?.()
    let open = job.ids
    for (;;) {
      open = open.filter((id) => isOpen(job.outcomes.get(id)))
      if (open.length === 0) change({ phase: 'ended' })
      else if (isToStop()) change({ phase: 'stopped' })
      else await settle(nextLot(open, job, kind))
      if (job.phase !== 'running') return job
    }
  } catch (error) {
    change({ phase: 'stopped', fault: error instanceof ApiError ? error : new ApiError('unreadable', String(error)) })
    return job
  }
}

const isOpen = (outcome: RowOutcome | undefined) => outcome === undefined || outcome.is === 'uncertain'

/** The next ones that go together. Uncertain ones come first: what became of them is to be known before all else. */
function nextLot(open: readonly number[], { outcomes }: BulkJob, { lot, isAlike = () => true }: Kind): number[] {
  const uncertain = open.filter((id) => outcomes.has(id))
  const from = uncertain.length > 0 ? uncertain : open
  const [first] = from
  if (first === undefined) return []
  const chosen: number[] = []
  for (const id of from) {
    if (chosen.length === lot) break
    if (isAlike(first, id)) chosen.push(id)
  }
  return chosen
}

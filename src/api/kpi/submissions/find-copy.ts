import type { QueryClient } from '@tanstack/react-query'
import { connectionOf } from '#/api/client.ts'
import { submissionQueries } from './queries.ts'
import type { Submission } from './schema.ts'
import { submittedBy } from './system-fields.ts'

/** Differ between a submission and its duplicate [0855]. */
const OWN_KEYS = /^(?:_.*|meta\/.*|formhub\/uuid|start|end)$/

const answersOf = (submission: Submission) =>
  JSON.stringify(
    Object.entries(submission)
      .filter(([key]) => !OWN_KEYS.test(key))
      .toSorted(byKey),
  )

const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : one > other ? 1 : 0)

/** Whether somebody's duplicate of a submission could look like this. */
const isCopyOf = (submission: Submission, source: Submission, username: string | undefined) =>
  submission._id !== source._id &&
  submittedBy(submission) === username &&
  submission['meta/deprecatedID'] === undefined &&
  answersOf(submission) === answersOf(source)

/**
 * The duplicate that was made of a submission, where the answer that said so was lost. KPI writes down nowhere what a
 * duplicate was made of: one of the same answers is looked for, of this account, with an `_id` above `after`.
 */
export async function findCopy(
  client: QueryClient,
  assetUid: string,
  { source, after }: { source: Submission; after: number },
): Promise<Submission | undefined> {
  const username = connectionOf(client)?.username
  const query = { _id: { $gt: after }, _submitted_by: username }
  const { results } = await client.query({
    ...submissionQueries.below(assetUid, { query, below: null, limit: 1000 }),
    staleTime: 0,
  })
  return results.findLast((submission) => isCopyOf(submission, source, username))
}

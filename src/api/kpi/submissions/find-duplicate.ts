import type { QueryClient } from '@tanstack/react-query'
import { connectionOf } from '#/api/client.ts'
import { readField } from '#/lib/loaded-fields.ts'
import { submissionQueries } from './queries.ts'
import type { Submission } from './schema.ts'

/** Keys whose values differ between a submission and its duplicate [0855]. */
const OWN_KEYS = /^(?:_.*|meta\/.*|formhub\/uuid|start|end)$/

const answersOf = (submission: Submission) =>
  JSON.stringify(
    Object.entries(submission)
      .filter(([key]) => !OWN_KEYS.test(key))
      .toSorted(byKey),
  )

const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : one > other ? 1 : 0)

/** Whether a submission could be the duplicate that a user made of `source`. */
const isDuplicateOf = (submission: Submission, source: Submission, username: string | undefined) =>
  submission._id !== source._id &&
  readField(submission, '_submitted_by') === username &&
  submission['meta/deprecatedID'] === undefined &&
  answersOf(submission) === answersOf(source)

/**
 * Finds the duplicate of a submission after a request without a response. KPI does not store what a duplicate was made
 * of, so this is the oldest submission of the current user with the same answers and an `_id` above `after`.
 */
export async function findDuplicate(
  client: QueryClient,
  assetUid: string,
  { source, after }: { source: Submission; after: number },
): Promise<Submission | undefined> {
  const username = connectionOf(client)?.username
  const query = { _id: { $gt: after }, _submitted_by: username }
  const { results } = await client.query({
    ...submissionQueries.cursorPage(assetUid, { query, cursor: null, limit: 1000 }),
    staleTime: 0,
  })
  return results.findLast((submission) => isDuplicateOf(submission, source, username))
}

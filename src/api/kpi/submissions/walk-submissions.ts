import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import type { MongoQuery } from './mongo-query.ts'
import { submissionQueries } from './queries.ts'
import type { Submission } from './schema.ts'

interface Walk {
  /** Which are looked for; all without it. */
  query?: MongoQuery | undefined
  /** Keys of the answers that are wanted; all without it. */
  fields?: readonly string[] | undefined
  /** Only those below this `_id`: goes on where a former walk ended. */
  below?: number | null
  /** At most 1,000 at once. */
  pageSize?: number
  signal?: AbortSignal | undefined
}

export interface WalkedPage {
  results: Submission[]
  /** Ids, or `null` where not even that could be read. */
  unreadable: (string | null)[]
  /** How many the server still had to give, this page included. */
  left: number
  /** From here a later walk goes on; `null` at the end. */
  below: number | null
}

/**
 * All submissions that a query looks for, newest first, a page at a time. Each page starts below the last `_id`, not at
 * a position: what is sent or deleted meanwhile makes none come twice or be left out. @throws ApiError, or the signal's
 * reason
 */
export async function* walkSubmissions(
  client: QueryClient,
  assetUid: string,
  { query, fields, below = null, pageSize = 1000, signal }: Walk = {},
): AsyncGenerator<WalkedPage, void, void> {
  let from = below
  do {
    signal?.throwIfAborted()
    const options = submissionQueries.below(assetUid, { query, fields, below: from, limit: pageSize })
    const stop = () => void client.cancelQueries({ queryKey: options.queryKey })
    signal?.addEventListener('abort', stop, { once: true })
    const page = await client
      .query(options)
      .catch((error: unknown) => {
        signal?.throwIfAborted()
        throw error
      })
      .finally(() => signal?.removeEventListener('abort', stop))

    const got = page.results.length + page.unreadable.length
    const ids = [...page.results.map(({ _id }) => _id), ...page.unreadable.flatMap(({ id }) => Number(id) || [])]
    const isEnd = got >= page.count || got === 0
    const lowest = Math.min(...ids)
    // An odd page without a single id leads nowhere; one that leads back would go on for ever.
    if (!isEnd && !(lowest < (from ?? Infinity))) throw new ApiError('unreadable', '')
    from = isEnd ? null : lowest
    yield { results: page.results, unreadable: page.unreadable.map(({ id }) => id), left: page.count, below: from }
  } while (from !== null)
}

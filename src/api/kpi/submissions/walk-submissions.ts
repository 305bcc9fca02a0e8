import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#/api/errors.ts'
import { submissionQueries } from './queries.ts'
import type { MongoQuery } from './request.ts'
import type { Submission } from './schema.ts'

interface WalkOptions {
  /** Only submissions that match; without it all. */
  query?: MongoQuery | undefined
  /** Keys of the answers to load; without it all. */
  fields?: readonly string[] | undefined
  /** Only submissions with a lower `_id`: the `next` of a page of an earlier walk, to continue after it. */
  cursor?: number | null
  /** At most 1,000. */
  pageSize?: number
  signal?: AbortSignal | undefined
}

export interface WalkedPage {
  results: Submission[]
  /** The `_id` of each submission that cannot be read; `null` where not even the `_id` can be read. */
  unreadable: (string | null)[]
  /** The number of submissions from this page on, its own included. */
  remaining: number
  /** The cursor from which a later walk continues; `null` at the end. */
  next: number | null
}

/**
 * Loads all submissions that match a query, newest first, page by page. Each page starts below the last `_id`, not at
 * an offset, so that none is repeated or skipped when others are sent or deleted meanwhile.
 * @throws ApiError, or the signal's reason
 */
export async function* walkSubmissions(
  client: QueryClient,
  assetUid: string,
  { query, fields, cursor = null, pageSize = 1000, signal }: WalkOptions = {},
): AsyncGenerator<WalkedPage, void, void> {
  let next = cursor
  do {
    signal?.throwIfAborted()
    const options = submissionQueries.cursorPage(assetUid, { query, fields, cursor: next, limit: pageSize })
    const cancel = () => void client.cancelQueries({ queryKey: options.queryKey })
    signal?.addEventListener('abort', cancel, { once: true })
    const page = await client
      .query(options)
      .catch((error: unknown) => {
        signal?.throwIfAborted()
        throw error
      })
      .finally(() => signal?.removeEventListener('abort', cancel))

    const loaded = page.results.length + page.unreadable.length
    const ids = [...page.results.map(({ _id }) => _id), ...page.unreadable.flatMap(({ id }) => Number(id) || [])]
    const isEnd = loaded >= page.count || loaded === 0
    const lowest = Math.min(...ids)
    // Without an `_id` below the cursor there is no way to continue; an `_id` above it would loop for ever.
    if (!isEnd && !(lowest < (next ?? Infinity))) throw new ApiError('unreadable', '')
    next = isEnd ? null : lowest
    yield { results: page.results, unreadable: page.unreadable.map(({ id }) => id), remaining: page.count, next }
  } while (next !== null)
}

/** More ids would make the URL too long. */
const IDS_PER_REQUEST = 200

/** Loads submissions by `_id`, newest first, in batches. Deleted ones are left out. @see walkSubmissions */
export async function* walkByIds(
  client: QueryClient,
  assetUid: string,
  ids: Iterable<number>,
  { fields, cursor = null, signal }: Pick<WalkOptions, 'fields' | 'cursor' | 'signal'> = {},
): AsyncGenerator<WalkedPage, void, void> {
  const remainingIds = [...new Set(ids)].filter((id) => id < (cursor ?? Infinity)).toSorted((a, b) => b - a)
  for (let start = 0; start < remainingIds.length; start += IDS_PER_REQUEST) {
    const batch = remainingIds.slice(start, start + IDS_PER_REQUEST)
    const query = { _id: { $in: batch } }
    const isLast = start + IDS_PER_REQUEST >= remainingIds.length
    const afterBatch = isLast ? null : (batch.at(-1) ?? null)
    for await (const page of walkSubmissions(client, assetUid, { query, fields, signal })) {
      yield { ...page, remaining: remainingIds.length - start, next: page.next ?? afterBatch }
    }
  }
}

import type { Page } from '#/api/pagination.ts'
import type { MongoQuery } from './request.ts'
import type { Submission } from './schema.ts'

/** The `_id`s of the submissions of one page, in the order in which they are shown. */
export interface IdPage {
  ids: readonly number[]
  /** The number of submissions on all pages. */
  count: number
}

/** More ids would make the URL too long. */
const IDS_PER_REQUEST = 150

/** Loads the submissions of a page, in batches, and returns them in its order. Deleted ones are left out. */
export async function readIdPage(
  { ids, count }: IdPage,
  read: (query: MongoQuery, limit: number) => Promise<Page<Submission>>,
): Promise<Page<Submission>> {
  const batches = Array.from({ length: Math.ceil(ids.length / IDS_PER_REQUEST) }, (_, index) =>
    ids.slice(index * IDS_PER_REQUEST, (index + 1) * IDS_PER_REQUEST),
  )
  const pages = await Promise.all(batches.map((batch) => read({ _id: { $in: batch } }, batch.length)))
  const indexById = new Map(ids.map((id, index) => [id, index]))
  const indexOf = ({ _id }: Submission) => indexById.get(_id) ?? ids.length
  return {
    count,
    results: pages.flatMap(({ results }) => results).toSorted((a, b) => indexOf(a) - indexOf(b)),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
  }
}

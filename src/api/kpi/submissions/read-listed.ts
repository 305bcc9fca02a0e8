import type { Page } from '#/api/pagination.ts'
import type { MongoQuery } from './mongo-query.ts'
import type { Submission } from './schema.ts'

/** Submissions of a page that are named one by one, in the order in which they are to be shown. */
export interface Listed {
  ids: readonly number[]
  /** How many there are on all pages. */
  count: number
}

/** So many numbers fit into an address. */
const LOT = 150

/** Reads them in lots, and puts them in order. Those that are not there any more are left out. */
export async function readListed(
  { ids, count }: Listed,
  read: (query: MongoQuery, limit: number) => Promise<Page<Submission>>,
): Promise<Page<Submission>> {
  const lots = Array.from({ length: Math.ceil(ids.length / LOT) }, (_, at) => ids.slice(at * LOT, (at + 1) * LOT))
  const pages = await Promise.all(lots.map((lot) => read({ _id: { $in: lot } }, lot.length)))
  const place = new Map(ids.map((id, at) => [id, at]))
  const placeOf = ({ _id }: Submission) => place.get(_id) ?? ids.length
  return {
    count,
    results: pages.flatMap(({ results }) => results).toSorted((a, b) => placeOf(a) - placeOf(b)),
    unreadable: pages.flatMap(({ unreadable }) => unreadable),
  }
}

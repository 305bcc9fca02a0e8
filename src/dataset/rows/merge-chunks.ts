import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Page } from '#/api/pagination.ts'
import type { Places } from './sparse-rows.ts'

/** Rows that were asked for at once. */
export interface Block {
  /** Counts from 0. */
  number: number
  data?: Page<Submission> | undefined
  /** When it was read, in milliseconds since 1970. */
  at?: number
}

/** Where rows that came together stand. */
export const runOf = (start: number, { results, unreadable }: Page<Submission>): Places['runs'][number] => ({
  start,
  length: results.length,
  ...(unreadable.length > 0 && { odd: unreadable.length }),
})

/**
 * Blocks put together. Where one says another count than a later one, or has a row that a later one has, too, the rows
 * have moved since: it counts as not there until it is read again. So no row is shown twice, and none left out.
 */
export function joined(blocks: readonly Block[], size: number) {
  const read = blocks.flatMap(({ number, data, at = 0 }) => (data ? { number, data, at } : []))
  const newestFirst = read.toSorted((a, b) => b.at - a.at)
  const count = newestFirst[0]?.data.count ?? null
  const seen = new Map<number, number>()
  const outdated = new Set<number>()
  for (const { number, data } of newestFirst) {
    const isMoved = data.count !== count || data.results.some(({ _id }) => seen.has(_id))
    if (isMoved) outdated.add(number)
    else for (const { _id } of data.results) seen.set(_id, number)
  }
  const good = read.filter(({ number }) => !outdated.has(number))
  const places: Places | null =
    count === null
      ? null
      : {
          count,
          runs: good.map(({ number, data }) => runOf(number * size, data)),
        }
  return {
    count,
    places,
    rows: good.flatMap(({ data }) => data.results),
    lots: good.map(({ data }) => data.results),
    unreadable: good.flatMap(({ data }) => data.unreadable),
    outdated: [...outdated],
    blockOf: (id: number) => seen.get(id),
  }
}

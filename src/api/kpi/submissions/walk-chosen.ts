import type { QueryClient } from '@tanstack/react-query'
import { type WalkedPage, walkSubmissions } from './walk-submissions.ts'

interface ChosenWalk {
  /** Keys of the answers that are wanted; all without it. */
  fields?: readonly string[] | undefined
  /** Only those below this `_id`: goes on where a former walk ended. */
  below?: number | null
  signal?: AbortSignal | undefined
}

/** So many numbers fit into an address. */
const LOT = 200

/** These submissions, newest first, a lot at a time. Those that are not there any more are left out. */
export async function* walkChosen(
  client: QueryClient,
  assetUid: string,
  ids: Iterable<number>,
  { fields, below = null, signal }: ChosenWalk = {},
): AsyncGenerator<WalkedPage, void, void> {
  const wanted = [...new Set(ids)].filter((id) => id < (below ?? Infinity)).toSorted((a, b) => b - a)
  for (let from = 0; from < wanted.length; from += LOT) {
    const lot = wanted.slice(from, from + LOT)
    const query = { _id: { $in: lot } }
    const isLast = from + LOT >= wanted.length
    for await (const page of walkSubmissions(client, assetUid, { query, fields, signal })) {
      const end = isLast ? null : (lot.at(-1) ?? null)
      yield { ...page, left: wanted.length - from, below: page.below ?? end }
    }
  }
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PageRequest, submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import type { Page } from '#/api/pagination.ts'

interface Pin {
  /** What it was set for: another query looks anew. */
  name: string
  /** The newest `_id` when it was set; `null` until it is known. */
  id: number | null
  /** Counts how often newer ones were let in. */
  turn: number
  /** What had been read by then: the same would be read again. */
  known: { name: string; data: Page<Submission>; at: number } | null
}

/** Of a project without a submission. */
const NONE_YET = 0

/**
 * One page of the submissions that there were when a query was first asked: those sent later would move the others from
 * page to page, so that some were seen twice. `letIn` moves the pin.
 */
export function useSnapshotPage(assetUid: string, request: Omit<PageRequest, 'upTo'>) {
  const { query: wanted, ...place } = request
  const [name, placeName] = [JSON.stringify([assetUid, wanted]), JSON.stringify(place)]
  const unpinned: Pin = { name, id: null, turn: 0, known: null }
  const [kept, setPin] = useState(unpinned)
  if (kept.name !== name) setPin(unpinned)
  const pin = kept.name === name ? kept : unpinned

  const known = pin.known?.name === placeName ? pin.known : null
  const query = useQuery({
    ...submissionQueries.page(assetUid, { ...request, upTo: pin.id }),
    ...(known && { initialData: known.data, initialDataUpdatedAt: known.at }),
  })
  // The first page of the newest tells the newest by itself.
  const tells = !request.sort && request.page === 1
  const newest = useQuery({
    ...submissionQueries.newest(assetUid, wanted),
    enabled: pin.id === null && !tells,
    gcTime: 0,
  })
  const { data, dataUpdatedAt: at } = query
  if (pin.id === null && data && !query.isPlaceholderData && !query.isFetching && !newest.isFetching) {
    const asked = tells ? { count: data.count, id: highestId(data) } : newest.data
    const id = asked?.id ?? (asked?.count === 0 ? NONE_YET : null)
    // Where more came between the two, the page is read again.
    const isSame = asked?.count === data.count
    if (id !== null) setPin({ ...pin, id, known: isSame ? { name: placeName, data, at } : null })
  }

  return {
    ...query,
    /** `null` until it is known. */
    upTo: pin.id,
    turn: pin.turn,
    /** From now on those up to this `_id` are shown. */
    letIn: (id: number) => setPin({ name, id, turn: pin.turn + 1, known: null }),
  }
}

function highestId({ results, unreadable }: Page<Submission>): number | null {
  const ids = [...results.map(({ _id }) => _id), ...unreadable.flatMap(({ id }) => Number(id) || [])]
  return ids.length === 0 ? null : Math.max(...ids)
}

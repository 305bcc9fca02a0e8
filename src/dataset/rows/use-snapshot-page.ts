import { useQuery } from '@tanstack/react-query'
import type { RowKey } from '#/dataset/model/row.ts'
import type { RowPageRequest, RowPage, RowSource, RowSnapshot } from '#/dataset/sources/source.ts'
import { useKeyedState } from '#/ui/use-keyed-state.ts'
import { ROWS_STALE_TIME } from './rows-stale-time.ts'

/** Which rows belong to a view. */
interface SnapshotState {
  /** `null` until it is known. */
  key: RowSnapshot | null
  /** How many rows matched at first; `null` before anything is loaded. */
  count: number | null
  /** How often newer rows were taken in. */
  generation: number
  /** The page that was loaded when the snapshot was taken: it needs no second request. */
  initial: { pageKey: string; data: RowPage; at: number } | null
}

/** The snapshot of a view in which there was no row. */
const EMPTY: RowSnapshot = 0

const NO_SNAPSHOT: SnapshotState = { key: null, count: null, generation: 0, initial: null }

/**
 * One page of the rows that there were when the view was opened: those that arrive later would move the others from page
 * to page, so that some would be seen twice. `showNew` takes a newer snapshot.
 *
 * The first page, newest first, has the newest row itself. Under another sort the snapshot is requested only where a later
 * response says that rows have arrived: until then there is nothing to leave out.
 */
export function useSnapshotPage(
  source: RowSource,
  request: Omit<RowPageRequest, 'snapshot'>,
  /** Whether the page is not to be requested yet. `count`: how many rows match, if that is known. */
  awaits: (count: number | null) => boolean,
) {
  const { filter, ...place } = request
  const pageKey = JSON.stringify(place)
  const [snapshot, setSnapshot] = useKeyedState(JSON.stringify([source.id, filter]), NO_SNAPSHOT)

  const initial = snapshot.initial?.pageKey === pageKey ? snapshot.initial : null
  const isAwaiting = awaits(snapshot.count)
  const query = useQuery({
    ...source.page({ ...request, snapshot: snapshot.key }),
    enabled: !isAwaiting,
    ...(snapshot.count !== null && { staleTime: ROWS_STALE_TIME }),
    ...(initial && { initialData: initial.data, initialDataUpdatedAt: initial.at }),
  })
  const { data, dataUpdatedAt: at } = query
  const isMissing = source.can.snapshot && snapshot.key === null
  const loaded = isMissing && !query.isPlaceholderData && !query.isFetching ? data : undefined
  const arrived = loaded && snapshot.count !== null ? Math.max(0, loaded.count - snapshot.count) : 0
  const before = useQuery({
    ...source.newest({ filter, skip: arrived }),
    enabled: arrived > 0,
    gcTime: 0,
  })
  if (loaded) {
    const isAll = loaded.results.length + loaded.unreadable.length >= loaded.count
    const hasNewest = request.page === 1 && (request.sort === null || isAll)
    const found = arrived > 0 ? (before.data?.key ?? null) : hasNewest ? highestKey(loaded) : null
    const key = found ?? (loaded.count === 0 ? EMPTY : null)
    const count = snapshot.count ?? loaded.count
    if (key !== null)
      setSnapshot({ ...snapshot, key, count, initial: arrived > 0 ? null : { pageKey, data: loaded, at } })
    else if (snapshot.count === null) setSnapshot({ ...snapshot, count })
  }

  return {
    query,
    isAwaiting,
    snapshot: snapshot.key,
    generation: snapshot.generation,
    /** Whether rows that arrive later are told from those that are shown. */
    isSettled: !source.can.snapshot || snapshot.count !== null,
    showNew: () => setSnapshot({ ...NO_SNAPSHOT, generation: snapshot.generation + 1 }),
  }
}

function highestKey({ results, unreadable }: RowPage): RowKey | null {
  const keys = [...results.map(({ _id }) => _id), ...unreadable.flatMap(({ id }) => Number(id) || [])]
  return keys.length === 0 ? null : Math.max(...keys)
}

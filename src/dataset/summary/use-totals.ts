import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import { submissionQueries, upToId } from '#/api/kpi/submissions/queries.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { MOST_SORTED } from '#/dataset/rows/use-client-sort.ts'
import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import { aggregateOf } from '#/lib/aggregate.ts'
import { notify } from '#/ui/feedback/notify.ts'
import { aggregateRows, newSum, type SummedUp, type Totals } from './aggregate-rows.ts'

/** Why figures are not of all any more. */
type Reason = 'filter' | 'new' | 'changed'

type Load =
  | { stage: 'none' }
  | { stage: 'loading'; done: number; of: number }
  | { stage: 'stopped'; done: number; of: number; error: ApiError }

/** What the figures are of, and what they were found to be. */
interface Kept {
  filter: string
  pin: string
  count: number | null
  figures: ReadonlyMap<string, Totals>
  load: Load
}

const NO_FIGURES: ReadonlyMap<string, Totals> = new Map()
const NONE: Load = { stage: 'none' }

/** So many are read at most, and so many answers of them. */
export const MOST_SUMMED = MOST_SORTED
const MOST_ANSWERS = 1_000_000

export type TotalsState = ReturnType<typeof useTotals>

type AllFiguresHere = Pick<TotalsState, 'of' | 'isAll' | 'offer' | 'isFiltered' | 'begin'>

/** Figures of all that match, where there are any. */
export const TotalsContext = createContext<AllFiguresHere>({
  of: () => null,
  isAll: false,
  offer: null,
  isFiltered: false,
  begin: () => {},
})

type Found = Pick<LoadedRows, 'wanted' | 'upTo' | 'turn' | 'count' | 'rows' | 'trueOrder' | 'isFiltered'>

/**
 * Sums up columns over all that match, when asked to. Given up, and told, as soon as these are not those that are looked
 * at, or one of them may have changed.
 */
export function useTotals(
  assetUid: string,
  { wanted, upTo, turn, count, rows, trueOrder, isFiltered }: Found,
  { shown, reading: { t } }: { shown: readonly SubmissionColumn[]; reading: Display },
) {
  const client = useQueryClient()
  const [kept, setKept] = useState<Kept | null>(null)
  const work = useRef<{ sum: SummedUp; stop: AbortController } | null>(null)
  const filter = JSON.stringify([assetUid, wanted])
  const pin = JSON.stringify([upTo, turn])
  const why =
    kept && (kept.filter !== filter ? 'filter' : kept.pin !== pin ? 'new' : kept.count !== count ? 'changed' : null)
  const { figures, load } = kept && why === null ? kept : { figures: NO_FIGURES, load: NONE }

  const stop = useCallback(() => {
    work.current?.stop.abort()
    work.current = null
  }, [])
  useEffect(() => stop, [stop])
  const [given, setGiven] = useState<{ up: Reason } | null>(null)
  const giveUp = useCallback((up: Reason) => {
    setKept(null)
    setGiven({ up })
  }, [])
  if (why) giveUp(why)
  const tellWhy = useEffectEvent((up: Reason) => {
    stop()
    void notify({ message: t(`total.givenUp.${up}`) })
  })
  useEffect(() => {
    if (given) tellWhy(given.up)
  }, [given])
  const endFor = useCallback(() => {
    stop() // at once: what is on its way must not be kept after all
    giveUp('changed')
  }, [stop, giveUp])
  const isKept = kept !== null
  useEffect(() => (isKept ? onChange(client, assetUid, endFor) : undefined), [isKept, client, assetUid, endFor])

  const run = async (sum: SummedUp, of: number) => {
    const stopped = new AbortController()
    work.current = { sum, stop: stopped }
    const { signal } = stopped
    const here = { filter, pin, count, figures }
    const tell = (stage: 'loading') => setKept({ ...here, load: { stage, done: sum.done, of } })
    tell('loading')
    try {
      const query = upToId(wanted, upTo)
      const more = await aggregateRows(client, assetUid, sum, { query, signal, onProgress: () => tell('loading') })
      setKept({ ...here, figures: new Map([...figures, ...more]), load: NONE })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError)) throw error
      setKept({ ...here, load: { stage: 'stopped', done: sum.done, of, error } })
    }
  }

  const { state: order, field } = trueOrder
  const ordered = useMemo(
    () => (order.stage === 'sorted' ? { found: aggregateOf(order.answers), count: order.ids.length } : null),
    [order],
  )
  const isAll = count !== null && rows.length >= count
  const summable = shown.filter(({ kind }) => kind !== 'id')
  const isOffered = count !== null && upTo !== null && !isAll && load.stage === 'none'
  return {
    /** Those of a column; `null` where they are not known. */
    of: ({ id }: SubmissionColumn) => figures.get(id) ?? (id === field ? ordered : null),
    /** The rows that are loaded are all there are. */
    isAll,
    /** What can be summed up, with those columns that can be together; `null` where nothing can, or need be. */
    offer: isOffered ? { count, columns: count * summable.length <= MOST_ANSWERS ? summable : [] } : null,
    isFiltered,
    load,
    /** How many columns are summed up over all, and over how many. */
    summed: figures.size,
    count,
    begin: (columns: readonly SubmissionColumn[]) => {
      if (isOffered && count <= MOST_SUMMED) void run(newSum(columns), count)
    },
    /** Goes on where it was. */
    again: () => {
      if (work.current && count !== null) void run(work.current.sum, count)
    },
    /** Back to the rows that are loaded. */
    clear: () => {
      stop()
      setKept(null)
    },
  }
}

/** Calls back when submissions of a project were changed, or may have been. */
function onChange(client: ReturnType<typeof useQueryClient>, assetUid: string, changed: () => void) {
  const isOf = (prefix: readonly unknown[], key: QueryKey = []) => prefix.every((part, at) => key[at] === part)
  const ends = [
    client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return
      if (isOf(submissionQueries.pages(assetUid), event.query.queryKey)) changed()
    }),
    client.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success') return
      if (isOf(submissionQueries.all(assetUid), event.mutation.options.mutationKey)) changed()
    }),
  ]
  return () => ends.forEach((end) => end())
}

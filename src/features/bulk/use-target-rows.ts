import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import type { MongoQuery } from '#/api/kpi/submissions/mongo-query.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'

/** To which submissions something is to be done. */
export interface BulkTarget {
  /** `null`: all that the query finds. */
  ids: readonly number[] | null
  query: MongoQuery | undefined
  /** How many were shown. */
  count: number
}

interface Gathered {
  ids: readonly number[]
  rows: readonly Submission[]
}

type Gathering =
  | { state: 'reading'; read: number }
  | ({ state: 'ready' } & Gathered)
  | { state: 'failed'; error: ApiError; onRetry: () => void }

const BEGUN: Gathering = { state: 'reading', read: 0 }

/** Names in one request: its address stays short enough for every proxy. */
const LOT = 200

async function* read(
  client: QueryClient,
  assetUid: string,
  { ids, query }: BulkTarget,
  { fields, signal }: { fields: readonly string[] | undefined; signal: AbortSignal },
): AsyncGenerator<Gathered> {
  const idsIn = (found: readonly Submission[], unreadable: readonly (string | null)[]) => [
    ...found.map(({ _id }) => _id),
    ...unreadable.flatMap((id) => Number(id) || []),
  ]
  if (ids === null) {
    for await (const { results, unreadable } of walkSubmissions(client, assetUid, { query, fields, signal })) {
      yield { ids: idsIn(results, unreadable), rows: results }
    }
    return
  }
  for (let at = 0; at < ids.length; at += LOT) {
    signal.throwIfAborted()
    const named = { _id: { $in: ids.slice(at, at + LOT) } }
    const { results, unreadable } = await client.query(
      submissionQueries.below(assetUid, { query: named, fields, below: null, limit: LOT }),
    )
    yield {
      ids: idsIn(
        results,
        unreadable.map(({ id }) => id),
      ),
      rows: results,
    }
  }
}

/**
 * The submissions themselves, as they are at this moment: counted just before anything is done to them. They stay the
 * same from then on, whatever others do: what was shown is what is acted on. `fields`: what of each has to be known;
 * `null`: nothing yet.
 */
export function useTargetRows(
  assetUid: string,
  target: BulkTarget,
  fields: readonly string[] | undefined | null,
): Gathering {
  const client = useQueryClient()
  const [gathered, setGathered] = useState<{ wanted: string | undefined; gathering: Gathering } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const wanted = JSON.stringify(fields)

  useEffect(() => {
    if (wanted === 'null') return undefined
    const setGathering = (gathering: Gathering) => setGathered({ wanted, gathering })
    const stop = new AbortController()
    const { signal } = stop
    const gather = async () => {
      const ids: number[] = []
      const rows: Submission[] = []
      for await (const part of read(client, assetUid, target, {
        fields: wanted === undefined ? undefined : (JSON.parse(wanted) as string[]),
        signal,
      })) {
        ids.push(...part.ids)
        rows.push(...part.rows)
        if (!signal.aborted) setGathering({ state: 'reading', read: ids.length })
      }
      if (!signal.aborted) setGathering({ state: 'ready', ids, rows })
    }
    const onRetry = () => {
      setGathering(BEGUN)
      setAttempt((before) => before + 1)
    }
    gather().catch((error: unknown) => {
      if (signal.aborted) return
      const fault = error instanceof ApiError ? error : new ApiError('unreadable', String(error))
      setGathering({ state: 'failed', error: fault, onRetry })
    })
    return () => stop.abort()
  }, [client, assetUid, target, wanted, attempt])

  return gathered && gathered.wanted === wanted ? gathered.gathering : BEGUN
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '#/api/errors.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'

export type BringRows =
  | { state: 'loading'; done: number }
  | { state: 'failed'; error: ApiError; retry: () => void }
  | { state: 'ready'; rows: readonly Submission[] }

/** Loads the answers that may be brought along, of all submissions, once. */
export function useBringRows(assetUid: string, fields: readonly string[]): BringRows {
  const client = useQueryClient()
  const [attempt, setAttempt] = useState(0)
  const [rows, setRows] = useState<BringRows>({ state: 'loading', done: 0 })
  const retry = useCallback(() => setAttempt((before) => before + 1), [])
  const key = JSON.stringify(fields)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const load = async () => {
      const loaded: Submission[] = []
      setRows({ state: 'loading', done: 0 })
      try {
        const wanted = JSON.parse(key) as string[]
        for await (const { results } of walkSubmissions(client, assetUid, { fields: wanted, signal })) {
          loaded.push(...results)
          setRows({ state: 'loading', done: loaded.length })
        }
        setRows({ state: 'ready', rows: loaded })
      } catch (error) {
        if (signal.aborted) return
        if (!(error instanceof ApiError)) throw error
        setRows({ state: 'failed', error, retry })
      }
    }
    void load()
    return () => controller.abort()
  }, [client, assetUid, key, attempt, retry])
  return rows
}

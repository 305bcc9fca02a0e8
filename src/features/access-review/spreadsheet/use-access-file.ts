import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { apiErrors } from '#/api/batch-job/api-errors.ts'
import type { ApiError } from '#/api/errors.ts'
import type { Review } from '#/features/access-review/model/review.ts'
import { readTableInWorker } from '#/lib/spreadsheet/read-table-in-worker.ts'
import { NotATableError } from '#/lib/spreadsheet/read-table.ts'
import { checkAccounts } from './check-accounts.ts'
import type { ColumnKey } from './columns.ts'
import { type FilePlan, planFromFile, withAccounts } from './plan-from-file.ts'
import { readRows } from './read-rows.ts'
import { loadFileLabels } from './file-labels.ts'

/** The state of reading a file. */
export type AccessFileState =
  | { stage: 'idle' }
  | { stage: 'reading'; name: string }
  | { stage: 'checking'; name: string; done: number; total: number }
  | { stage: 'ready'; name: string; plan: FilePlan; rows: number }
  | { stage: 'notATable'; name: string; kind: NotATableError['kind'] }
  | { stage: 'noColumns'; name: string; missing: readonly ColumnKey[] }
  | { stage: 'failed'; name: string; error: ApiError }

/** Reads a file of access and compares it with the review. Sends nothing but questions whether accounts exist. */
export function useAccessFile(review: Review) {
  const client = useQueryClient()
  const [state, setState] = useState<AccessFileState>({ stage: 'idle' })
  const [file, setFile] = useState<File | null>(null)
  const run = useRef<AbortController>(null)
  useEffect(() => () => run.current?.abort(), [])

  async function read(chosen: File, signal: AbortSignal) {
    const { name } = chosen
    const set = (next: AccessFileState) => signal.aborted || setState(next)
    set({ stage: 'reading', name })
    try {
      const [labels, table] = await Promise.all([loadFileLabels(), readTableInWorker(chosen, signal)])
      const found = readRows(table, labels)
      if (found.missing) return set({ stage: 'noColumns', name, missing: found.missing })
      const plan = planFromFile(review, found.rows, labels)
      const accounts = await checkAccounts(client, plan.newPeople, {
        signal,
        onProgress: (done, total) => set({ stage: 'checking', name, done, total }),
      })
      return set({ stage: 'ready', name, plan: withAccounts(plan, accounts), rows: found.rows.length })
    } catch (error) {
      return set(
        error instanceof NotATableError
          ? { stage: 'notATable', name, kind: error.kind }
          : { stage: 'failed', name, error: apiErrors.from(error) },
      )
    }
  }

  const open = (chosen: File) => {
    run.current?.abort()
    run.current = new AbortController()
    setFile(chosen)
    void read(chosen, run.current.signal)
  }
  return {
    state,
    open,
    retry: () => file && open(file),
    cancel: () => {
      run.current?.abort()
      setState({ stage: 'idle' })
    },
  }
}

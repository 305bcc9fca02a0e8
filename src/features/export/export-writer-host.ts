import { orderOf, type SortKey, sortKeyOf } from '#/dataset/model/sort-keys.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import { TooLargeError } from '#/lib/spreadsheet/xlsx.ts'
import type { ColumnPlan, ExportJob, WorkerMessage, SheetPlan, WorkerRequest } from './export-job.ts'
import { createKeyIndex, createSpool } from './export-spool.ts'
import { createWriter } from './export-writers.ts'

/**
 * The message handler of the worker: stores rows until all have arrived, then writes the file. The worker has no API key
 * and sends no requests.
 */
export function createExportHandler(post: (message: WorkerMessage) => void) {
  let current: ReturnType<typeof startExport> | null = null

  return async (message: WorkerRequest) => {
    try {
      switch (message.type) {
        case 'start':
          current = startExport(message.job)
          return
        case 'rows':
          current?.add(message.rows)
          return post({ type: 'received' })
        case 'finish':
          await current?.finish(post)
      }
    } catch (error) {
      post({ type: 'failed', reason: error instanceof TooLargeError ? 'tooLarge' : 'broken' })
    }
  }
}

function startExport(job: ExportJob) {
  const known = [...new Set(['_id', ...keysOf(job.sheet), ...(job.geometry === null ? [] : [job.geometry.key])])]
  const keyIndex = createKeyIndex(known, (key) => job.includeUnknown && !isSystemKey(key))
  const spool = createSpool(keyIndex)
  const keys: SortKey[] = []

  return {
    add: (rows: Extract<WorkerRequest, { type: 'rows' }>['rows']) => {
      const { sort } = job
      if (sort) keys.push(...rows.map((row) => sortKeyOf(row, sort.field, sort.as, sort.labels)))
      spool.add(rows)
    },
    finish: async (post: (message: WorkerMessage) => void) => {
      const order = job.sort ? orderOf(keys, job.sort.descending, job.sort.locale) : null
      const unknown = keyIndex.keys().slice(known.length)
      const columns = [...job.sheet.columns, ...unknown.map((key): ColumnPlan => ({ header: key, key, as: 'text' }))]
      const writer = createWriter({ ...job, sheet: { ...job.sheet, columns } })
      let rows = 0
      for await (const batch of spool.batches(order)) {
        for (const row of batch) writer.add(row)
        writer.flush()
        rows += batch.length
        post({ type: 'written', rows })
      }
      post({ type: 'done', result: { ...writer.result(), rows } })
    },
  }
}

const keysOf = (sheet: SheetPlan) => [...sheet.columns, ...sheet.repeats].map(({ key }) => key)

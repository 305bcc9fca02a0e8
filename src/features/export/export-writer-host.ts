import { orderOf, type SortKey, sortKeyOf } from '#/dataset/model/sort-keys.ts'
import { isSystemKey } from '#/dataset/model/system-keys.ts'
import { TooLarge } from '#/lib/spreadsheet/xlsx.ts'
import type { CellPlan, ExportJob, FromWorker, SheetPlan, ToWorker } from './export-job.ts'
import { createKeyBook, createSpool } from './export-spool.ts'
import { createWriter } from './export-writers.ts'

/** What the worker does: keeps the rows until all are there, then writes them. Knows nothing of keys or servers. */
export function createExportWork(tell: (message: FromWorker) => void) {
  let work: ReturnType<typeof startWork> | null = null

  return async (message: ToWorker) => {
    try {
      switch (message.type) {
        case 'start':
          work = startWork(message.job)
          return
        case 'rows':
          work?.take(message.rows)
          return tell({ type: 'taken' })
        case 'finish':
          await work?.finish(tell)
      }
    } catch (error) {
      tell({ type: 'failed', reason: error instanceof TooLarge ? 'tooLarge' : 'broken' })
    }
  }
}

function startWork(job: ExportJob) {
  const known = [...new Set(['_id', ...keysOf(job.sheet), ...(job.place === null ? [] : [job.place.key])])]
  const book = createKeyBook(known, (key) => job.takesUnknown && !isSystemKey(key))
  const spool = createSpool(book)
  const keys: SortKey[] = []

  return {
    take: (rows: Extract<ToWorker, { type: 'rows' }>['rows']) => {
      const { sort } = job
      if (sort) keys.push(...rows.map((row) => sortKeyOf(row, sort.field, sort.as)))
      spool.add(rows)
    },
    finish: async (tell: (message: FromWorker) => void) => {
      const order = job.sort ? orderOf(keys, job.sort.descending) : null
      const unknown = book.keys().slice(known.length)
      const cells = [...job.sheet.cells, ...unknown.map((key): CellPlan => ({ head: key, key, as: 'text' }))]
      const writer = createWriter({ ...job, sheet: { ...job.sheet, cells } })
      let rows = 0
      for await (const lot of spool.lots(order)) {
        for (const row of lot) writer.add(row)
        writer.fold()
        rows += lot.length
        tell({ type: 'written', rows })
      }
      tell({ type: 'done', result: { ...writer.result(), rows } })
    },
  }
}

const keysOf = (sheet: SheetPlan) => [...sheet.cells, ...sheet.repeats].map(({ key }) => key)

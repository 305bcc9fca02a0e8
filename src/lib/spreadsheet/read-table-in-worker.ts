import { runInWorker } from '#/lib/own-worker.ts'
import { NotATableError, readTable } from './read-table.ts'

// The URL of the worker's file in the build, for `startWorker`, which fulfils the Content-Security-Policy.
const addresses = import.meta.glob<string>('./read-table.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** What the worker answers: the rows, or why the file is not a table. */
export type TableReply = { rows: string[][] } | { kind: NotATableError['kind'] }

/**
 * Reads a table as {@link readTable} does, beside the page, so that it stays quick; in it, where there are no workers.
 * @throws NotATableError for other files, and for those that are too large; the reason of the signal
 */
export async function readTableInWorker(file: Blob, signal?: AbortSignal): Promise<string[][]> {
  if (typeof Worker === 'undefined') return readTable(file)
  const reply = await runInWorker<TableReply>(addresses['./read-table.worker.ts'] ?? '', file, signal)
  if ('kind' in reply) throw new NotATableError(reply.kind)
  return reply.rows
}

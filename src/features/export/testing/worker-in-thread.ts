import type { ExportWorker } from '#/features/export/export-run.ts'
import { createExportHandler } from '#/features/export/export-writer-host.ts'

/** For tests: the worker's code in this thread. Messages are copied as between threads. */
export function workerInThread(): ExportWorker {
  let receive: Parameters<ExportWorker['listen']>[0] = () => {}
  const handle = createExportHandler((message) => queueMicrotask(() => receive(message)))
  let previous: Promise<unknown> = Promise.resolve()
  return {
    post: (message) => {
      const copy = structuredClone(message)
      previous = previous.then(() => handle(copy))
    },
    listen: (onMessage) => {
      receive = onMessage
    },
    terminate: () => {},
  }
}

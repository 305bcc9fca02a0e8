import { startWorker } from '#/lib/own-worker.ts'
import type { ExportWorker } from './export-run.ts'

// The URL of the worker's file in the build, for `startWorker`, which fulfils the Content-Security-Policy.
const addresses = import.meta.glob<string>('./export.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** Starts the worker that makes the file, so that the page stays responsive. */
export function startExportWorker(): ExportWorker {
  const worker = startWorker(addresses['./export.worker.ts'] ?? '')
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage) => {
      worker.addEventListener('message', ({ data }) => onMessage(data))
      worker.addEventListener('error', () => onMessage(null))
      worker.addEventListener('messageerror', () => onMessage(null))
    },
    terminate: () => worker.terminate(),
  }
}

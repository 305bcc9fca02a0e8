import { startWorker } from '#/lib/own-worker.ts'
import type { ExportPort } from './export-run.ts'

// The address of a worker's file in the build: `new Worker` gets it through the policy.
const addresses = import.meta.glob<string>('./export.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** A worker that makes the file, so that the page stays quick. */
export function startExportWorker(): ExportPort {
  const worker = startWorker(addresses['./export.worker.ts'] ?? '')
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage) => {
      worker.addEventListener('message', ({ data }) => onMessage(data))
      worker.addEventListener('error', () => onMessage(null))
      worker.addEventListener('messageerror', () => onMessage(null))
    },
    end: () => worker.terminate(),
  }
}

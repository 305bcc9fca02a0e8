import type { ToWorker } from './export-job.ts'
import { createExportWork } from './export-writer-host.ts'

const take = createExportWork((message) => postMessage(message))
// One after another: the file is begun when the last rows were taken.
let before: Promise<unknown> = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  before = before.then(() => take(data))
})

import type { WorkerRequest } from './export-job.ts'
import { createExportHandler } from './export-writer-host.ts'

const handle = createExportHandler((message) => postMessage(message))
// Messages are handled one after another: `finish` waits for the last rows.
let previous: Promise<unknown> = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  previous = previous.then(() => handle(data))
})

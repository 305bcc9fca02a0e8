import { startWorker } from '#/lib/own-worker.ts'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import type { ExactRequest, ExactState, WorkerReply } from './exact-messages.ts'
import { LoadFault, loadPython, pythonFolder } from './load-python.ts'

// The URL of the worker's file in the build. Its name is that of a header of its own: tooling/security-headers.ts.
const addresses = import.meta.glob<string>('./exact-check.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

export const workerAddress = () => addresses['./exact-check.worker.ts'] ?? ''

/** Milliseconds without a message after which a worker is given up: Python starts in some seconds. */
const PATIENCE = 120_000
/** Milliseconds for which a worker with Python is kept for the corrected file. */
const KEPT = 120_000

let ready: Worker | undefined

/** Whether Python is loaded already, so that nothing is downloaded. */
export const isPythonReady = () => ready !== undefined

/** Checks a form in a worker, and tells each step. Returns what stops it. */
export function checkExactlyInWorker(
  sheets: readonly CellSheet[],
  title: string,
  onState: (state: ExactState) => void,
): () => void {
  const kept = ready
  const worker = kept ?? startWorker(workerAddress())
  ready = undefined
  const listening = new AbortController()
  const { signal } = listening
  const stop = () => {
    listening.abort()
    worker.terminate()
  }
  const fail = (fault: Extract<ExactState, { is: 'fault' }>) => {
    if (signal.aborted) return
    stop()
    onState(fault)
  }
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(
      () => fail({ is: 'fault', fault: 'failed', detail: `no answer within ${PATIENCE} ms` }),
      PATIENCE,
    )
  }
  signal.addEventListener('abort', () => clearTimeout(timer))
  const post = (packages: Uint8Array | null) => {
    wait()
    worker.postMessage({ sheets, title, folder: pythonFolder(), packages } satisfies ExactRequest)
  }
  const load = async () => {
    const onProgress = (loaded: number) => {
      if (signal.aborted) return
      wait()
      onState({ is: 'loading', loaded })
    }
    try {
      const packages = await loadPython(onProgress, signal)
      if (!signal.aborted) post(packages)
    } catch (error) {
      fail({ is: 'fault', fault: error instanceof LoadFault ? error.fault : 'failed', detail: String(error) })
    }
  }
  worker.addEventListener('error', ({ message }) => fail({ is: 'fault', fault: 'failed', detail: message }), { signal })
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<WorkerReply>) => {
      wait()
      if (data.is === 'ready') return void load()
      if (data.is === 'fault') return fail(data)
      if (data.is === 'done') {
        listening.abort()
        keep(worker)
      }
      onState(data)
    },
    { signal },
  )
  if (kept) post(null)
  else wait()
  return () => {
    if (!signal.aborted) stop()
  }
}

function keep(worker: Worker) {
  ready?.terminate()
  ready = worker
  setTimeout(() => {
    if (ready !== worker) return
    ready = undefined
    worker.terminate()
  }, KEPT)
}

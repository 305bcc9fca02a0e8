import { startWorker } from '#/lib/own-worker.ts'
import type { CheckedForm } from './check-bytes.ts'

// The URL of the worker's file in the build, for `startWorker`, which fulfils the Content-Security-Policy.
const addresses = import.meta.glob<string>('./check-file.worker.ts', {
  query: '?worker&url',
  import: 'default',
  eager: true,
})

/** Milliseconds until the worker has loaded, and until it has checked a file. A form of 1,269 rows takes half a second. */
export const TIME_LIMITS = { start: 60_000, check: 20_000 } as const

/** What the worker answers: once that it has started, then to each file. */
export type CheckReply = 'ready' | { checked: CheckedForm } | { error: string }

/** A file that cannot be checked: it is no spreadsheet, it takes too long, or the worker failed. The server may still read it. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed'
}

const known = new WeakMap<File, Promise<CheckedForm>>()

/**
 * Checks an XLSForm beside the page, so that it stays quick; in it, where there are no workers. A file is checked once,
 * and its result is kept as long as the file is. @throws CheckFailed
 */
export function checkFile(file: File): Promise<CheckedForm> {
  const before = known.get(file)
  if (before) return before
  const checked = afterOthers(() => check(file))
  known.set(file, checked)
  checked.catch(() => known.delete(file)) // may be tried again
  return checked
}

let last: Promise<unknown> = Promise.resolve()

/** One file after another: many may be chosen at once, and each takes all of a processor. */
function afterOthers<Result>(task: () => Promise<Result>): Promise<Result> {
  const result = last.then(task)
  last = result.catch(() => null)
  return result
}

async function check(file: File): Promise<CheckedForm> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return await (typeof Worker === 'undefined' ? checkHere(bytes) : checkInWorker(bytes))
  } catch (cause) {
    throw new CheckFailed(String(cause), { cause })
  }
}

const checkHere = async (bytes: Uint8Array) => (await import('./check-bytes.ts')).checkBytes(bytes)

let idleWorker: Worker | undefined

function checkInWorker(bytes: Uint8Array): Promise<CheckedForm> {
  const worker = idleWorker ?? startWorker(addresses['./check-file.worker.ts'] ?? '')
  const listening = new AbortController()
  const { signal } = listening
  return new Promise<CheckedForm>((resolve, reject) => {
    const fail = (reason: string) => {
      worker.terminate()
      reject(new Error(reason))
    }
    let timer: ReturnType<typeof setTimeout>
    const limit = (time: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(`no answer within ${time} ms`), time)
    }
    signal.addEventListener('abort', () => clearTimeout(timer))
    limit(worker === idleWorker ? TIME_LIMITS.check : TIME_LIMITS.start)
    idleWorker = undefined
    worker.addEventListener('error', ({ message }) => fail(message), { signal })
    worker.addEventListener('messageerror', () => fail('messageerror'), { signal })
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<CheckReply>) => {
        if (data === 'ready') return limit(TIME_LIMITS.check)
        if ('error' in data) return fail(data.error)
        keepForNext(worker)
        resolve(data.checked)
      },
      { signal },
    )
    worker.postMessage(bytes, [bytes.buffer])
  }).finally(() => listening.abort())
}

/** Milliseconds. */
const KEPT = 5_000

/** The next of several files finds the worker started. */
function keepForNext(worker: Worker) {
  idleWorker = worker
  setTimeout(() => {
    if (idleWorker !== worker) return
    idleWorker = undefined
    worker.terminate()
  }, KEPT)
}

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** The only policy that our Content-Security-Policy allows: workers from the origin of the page. */
const policy = trustedTypes?.createPolicy('fieldboard-worker', {
  createScriptURL: (url) => {
    if (new URL(url, document.baseURI).origin !== location.origin) throw new TypeError(`Not a worker of ours: ${url}`)
    return url
  },
})

/** Starts a worker of the build; `url` comes from an import that ends in `?worker&url`. */
export const startWorker = (url: string) => new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' })

/**
 * Has a new worker of the build do one task: it gets the message, its first message is the result, and it is terminated.
 * @throws the reason of the signal; an error with the message of the worker's error event
 */
export function runInWorker<Result>(url: string, message: unknown, signal?: AbortSignal): Promise<Result> {
  const worker = startWorker(url)
  return new Promise<Result>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(reason))
    worker.addEventListener('message', ({ data }: MessageEvent<Result>) => resolve(data))
    worker.addEventListener('error', (event) => fail(event.message))
    worker.addEventListener('messageerror', () => fail('messageerror'))
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
    worker.postMessage(message)
  }).finally(() => worker.terminate())
}

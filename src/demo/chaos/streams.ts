/** Returns the response with another body made of its bytes. */
export async function withBody(response: Response, toBody: (bytes: Uint8Array) => BodyInit): Promise<Response> {
  const { status } = response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return new Response(canHaveBody(status) ? toBody(bytes) : null, { status, headers })
}

const canHaveBody = (status: number) => status !== 204 && status !== 304

/** The error of `fetch` for a lost connection. */
export const connectionLost = () => new TypeError('Failed to fetch')

/** Waits; rejects when the request is aborted. */
export function pause(ms: number, { signal }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', cancel)
      resolve()
    }, ms)
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel, { once: true })
  })
}

const CHUNK_COUNT = 5

/** A stream of the bytes after a delay, or in several chunks over that time. Ends when the request is aborted. */
export function slowStream(bytes: Uint8Array, ms: number, request: Request, chunks = 1): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(bytes.length / chunks))
  let offset = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        await pause(ms / chunks, request)
      } catch (reason) {
        controller.error(reason)
        return
      }
      if (offset < bytes.length) controller.enqueue(bytes.slice(offset, offset + size))
      offset += size
      if (offset >= bytes.length) controller.close()
    },
  })
}

export const chunkedStream = (bytes: Uint8Array, ms: number, request: Request) =>
  slowStream(bytes, ms, request, CHUNK_COUNT)

/** A stream of half of the bytes, then the error of a lost connection. */
export function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let hasSentHalf = false
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (hasSentHalf) controller.error(connectionLost())
        else controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
        hasSentHalf = true
      },
    },
    { highWaterMark: 0 },
  )
}

/** The same answer with its bytes read, so that they can be sent in another way. */
export async function withBody(response: Response, toBody: (bytes: Uint8Array) => BodyInit): Promise<Response> {
  const { status } = response
  const bytes = new Uint8Array(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  headers.delete('Content-Length')
  return new Response(mayHaveBody(status) ? toBody(bytes) : null, { status, headers })
}

const mayHaveBody = (status: number) => status !== 204 && status !== 304

/** What `fetch` says of a connection that ends too soon. */
export const connectionLost = () => new TypeError('Failed to fetch')

/** Waits, unless the request is given up. */
export function pause(ms: number, { signal }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
}

const PIECES = 5

/** The bytes after a while, or piece by piece. Ends with the request that it answers. */
export function slowStream(bytes: Uint8Array, ms: number, request: Request, pieces = 1): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  let at = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        await pause(ms / pieces, request)
      } catch (reason) {
        controller.error(reason)
        return
      }
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size))
      at += size
      if (at >= bytes.length) controller.close()
    },
  })
}

export const inPieces = (bytes: Uint8Array, ms: number, request: Request) => slowStream(bytes, ms, request, PIECES)

/** Half of the bytes, then the end of the connection. */
export function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let isBegun = false
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isBegun) controller.error(connectionLost())
        else controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)))
        isBegun = true
      },
    },
    { highWaterMark: 0 },
  )
}

import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import type { RequestListener } from 'node:http'

/**
 * Converts a handler of requests to Node's request listener. If the handler fails, or the response breaks off, the
 * connection is closed.
 */
export const requestListener =
  (handler: (request: Request) => Promise<Response>): RequestListener =>
  (incoming, outgoing) => {
    const serve = async () => sendResponse(outgoing, await handler(createRequest(incoming, outgoing)))
    // What was already written is still sent.
    serve().catch(() => setImmediate(() => outgoing.socket?.destroySoon()))
  }

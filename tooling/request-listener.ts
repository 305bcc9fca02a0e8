import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import type { RequestListener } from 'node:http'

/** Has requests over HTTP answered. Where no answer comes, or breaks off, so does the connection. */
export const requestListener =
  (answer: (request: Request) => Promise<Response>): RequestListener =>
  (incoming, outgoing) => {
    const serve = async () => sendResponse(outgoing, await answer(createRequest(incoming, outgoing)))
    // What was written by then still goes out.
    serve().catch(() => setImmediate(() => outgoing.socket?.destroySoon()))
  }

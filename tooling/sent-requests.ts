import type { CDPSession } from '@playwright/test'

/** A request that went over the network. */
export interface SentRequest {
  /** Path and query. The hash of a built file is left out: `/assets/start.js`. */
  path: string
  /** Seconds, of one clock. */
  start: number
  end: number
  /** Of the answer, with its headers, as they were sent. */
  bytes: number
}

/** Collects the requests of a page. What its cache answers is none. */
export async function watchRequests(cdp: CDPSession) {
  let begun = new Map<string, SentRequest>()
  let sent: SentRequest[] = []
  await cdp.send('Network.enable')
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    const { protocol, pathname, search } = new URL(request.url)
    const path = pathname.replace(/-[\w-]{7}(\.\w+)$/, '$1') + search
    if (protocol.startsWith('http')) begun.set(requestId, { path, start: timestamp, end: Infinity, bytes: 0 })
  })
  cdp.on('Network.requestServedFromCache', ({ requestId }) => void begun.delete(requestId))
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) begun.delete(requestId)
  })
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = begun.get(requestId)
    if (request) sent.push({ ...request, end: timestamp, bytes: encodedDataLength })
  })
  return {
    /** Those that have ended since the last call of `clear`. */
    ended: () => sent,
    clear: () => {
      begun = new Map()
      sent = []
    },
  }
}

/**
 * How many requests follow one another at most: before each comes the one whose end was the last before its start, as a
 * script that requests data ends just before.
 */
export function roundTrips(requests: readonly SentRequest[]): number {
  const depths: { end: number; depth: number }[] = []
  for (const { start, end } of requests.toSorted((a, b) => a.start - b.start)) {
    const before = depths.filter((other) => other.end <= start).toSorted((a, b) => b.end - a.end)[0]
    depths.push({ end, depth: 1 + (before?.depth ?? 0) })
  }
  return Math.max(0, ...depths.map(({ depth }) => depth))
}

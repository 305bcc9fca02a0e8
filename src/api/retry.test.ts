// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, type ApiErrorKind } from './errors.ts'
import { nextRetryAt } from './next-retry.ts'
import { retryDelay, shouldRetryQuery } from './retry.ts'

afterEach(() => vi.restoreAllMocks())

const fault = (kind: ApiErrorKind, retryAfter?: number) =>
  new ApiError(kind, '', retryAfter === undefined ? {} : { retryAfter })

describe('shouldRetryQuery and retryDelay', () => {
  it.each(['offline', 'timed-out', 'throttled', 'server-fault'] as const)('retries twice after %s', (kind) => {
    expect([0, 1, 2].map((count) => shouldRetryQuery(count, fault(kind)))).toEqual([true, true, false])
  })

  it.each(['signed-out', 'forbidden', 'not-found', 'rejected', 'unreadable', 'conflict'] as const)(
    'does not where the server meant it: %s',
    (kind) => {
      expect(shouldRetryQuery(0, fault(kind))).toBe(false)
    },
  )

  it('does not retry after a long Retry-After, or without a network', () => {
    expect(shouldRetryQuery(0, fault('throttled', 2))).toBe(true)
    expect(shouldRetryQuery(0, fault('throttled', 12))).toBe(false)
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect(shouldRetryQuery(0, fault('no-network'))).toBe(false)
  })

  it('the delay is Retry-After, else exponential with jitter', () => {
    expect(retryDelay(0, { retryAfter: 2 })).toBe(2000)
    for (const [count, least, most] of [
      [0, 375, 625],
      [1, 750, 1250],
    ] as const) {
      const delays = Array.from({ length: 50 }, () => retryDelay(count, { retryAfter: undefined }))
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(least)
      expect(Math.max(...delays)).toBeLessThanOrEqual(most)
      expect(new Set(delays).size).toBeGreaterThan(1)
    }
  })
})

describe('nextRetryAt', () => {
  const secondsUntil = (error: ApiError, tries?: number) => {
    const at = nextRetryAt(error, tries)
    return at === null ? null : (at - error.occurredAt) / 1000
  }

  it('is after Retry-After, else exponential up to a minute', () => {
    expect(secondsUntil(fault('throttled', 12), 3)).toBe(12)
    expect(secondsUntil(fault('throttled'))).toBe(15)
    expect([0, 1, 2, 3, 4, 9].map((tries) => secondsUntil(fault('offline'), tries))).toEqual([5, 10, 20, 40, 60, 60])
  })

  it('is null for errors that do not resolve themselves', () => {
    expect(secondsUntil(fault('forbidden'))).toBeNull()
  })
})

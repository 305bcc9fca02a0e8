import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiError, type ApiErrorKind } from './errors.ts'
import { nextTryAt } from './next-try.ts'
import { isReadAgain, readAgainDelay } from './retry.ts'

afterEach(() => vi.restoreAllMocks())

const fault = (kind: ApiErrorKind, retryAfter?: number) =>
  new ApiError(kind, '', retryAfter === undefined ? {} : { retryAfter })

describe('reading again', () => {
  it.each(['offline', 'timed-out', 'throttled', 'server-fault'] as const)('tries twice more where %s', (kind) => {
    expect([0, 1, 2].map((count) => isReadAgain(count, fault(kind)))).toEqual([true, true, false])
  })

  it.each(['signed-out', 'forbidden', 'not-found', 'rejected', 'unreadable', 'conflict'] as const)(
    'does not where the server meant it: %s',
    (kind) => {
      expect(isReadAgain(0, fault(kind))).toBe(false)
    },
  )

  it('leaves a long wait to be shown, and does not knock where there is no network', () => {
    expect(isReadAgain(0, fault('throttled', 2))).toBe(true)
    expect(isReadAgain(0, fault('throttled', 12))).toBe(false)
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect(isReadAgain(0, fault('no-network'))).toBe(false)
  })

  it('waits as long as the server asks, else longer each time, with jitter', () => {
    expect(readAgainDelay(0, { retryAfter: 2 })).toBe(2000)
    for (const [count, least, most] of [
      [0, 375, 625],
      [1, 750, 1250],
    ] as const) {
      const delays = Array.from({ length: 50 }, () => readAgainDelay(count, { retryAfter: undefined }))
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(least)
      expect(Math.max(...delays)).toBeLessThanOrEqual(most)
      expect(new Set(delays).size).toBeGreaterThan(1)
    }
  })
})

describe('trying on while a fault lasts', () => {
  const secondsUntil = (error: ApiError, tries?: number) => {
    const at = nextTryAt(error, tries)
    return at === null ? null : (at - error.at) / 1000
  }

  it('waits as long as the server asks, else longer each time up to a minute', () => {
    expect(secondsUntil(fault('throttled', 12), 3)).toBe(12)
    expect(secondsUntil(fault('throttled'))).toBe(15)
    expect([0, 1, 2, 3, 4, 9].map((tries) => secondsUntil(fault('offline'), tries))).toEqual([5, 10, 20, 40, 60, 60])
  })

  it('waits for the person where time mends nothing', () => {
    expect(secondsUntil(fault('forbidden'))).toBeNull()
  })
})

const DAY = 86_400_000

interface UsageOfPeriod {
  /** In this period. */
  used: number
  /** `null` without one. */
  limit: number | null
  /** Of the period; the end is not included. */
  start: Date
  end: Date
  now: Date
}

/** How the usage of a period compares with its limit. */
export type Projection =
  | { state: 'no-limit' | 'over' | 'reached' }
  /** Nothing was used, or the period has only begun. */
  | { state: 'no-pace' }
  /** At the pace so far, the limit is reached at this moment. */
  | { state: 'reaches'; at: Date }
  /** At the pace so far, so much will be used when the period ends. */
  | { state: 'lasts'; expected: number }

/**
 * Projects the usage of the current period at its average pace so far. A limit is exceeded by what is more than it, not by
 * reaching it (KPI's `calculate_usage_balance`).
 */
export function projectUsage({ used, limit, start, end, now }: UsageOfPeriod): Projection {
  if (limit === null) return { state: 'no-limit' }
  if (used > limit) return { state: 'over' }
  if (used === limit) return { state: 'reached' }
  const passed = Math.min(now.getTime(), end.getTime()) - start.getTime()
  // Of less than a day, the pace says nothing.
  if (!(passed >= DAY) || used === 0) return { state: 'no-pace' }
  const at = start.getTime() + (passed * limit) / used
  if (at < end.getTime()) return { state: 'reaches', at: new Date(at) }
  return { state: 'lasts', expected: Math.round((used * (end.getTime() - start.getTime())) / passed) }
}

/** One day (`YYYY-MM-DD`) and how many. */
export interface DayCount {
  day: string
  count: number
}

const DAY = 86_400_000

/** The `length` days up to today (in UTC), oldest first; days that `counts` leaves out have none. */
export function lastDays(counts: Readonly<Record<string, number>>, length: number, now: Date): DayCount[] {
  return Array.from({ length }, (_, index) => {
    const day = new Date(now.getTime() - (length - 1 - index) * DAY).toISOString().slice(0, 10)
    return { day, count: counts[day] ?? 0 }
  })
}

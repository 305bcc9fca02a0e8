/** The count of one day (`YYYY-MM-DD`). */
export interface DayCount {
  day: string
  count: number
}

/** The periods that can be chosen, in days, as an address names them; the first is the default. */
export const PERIODS = ['30', '7', '90'] as const
export type Period = (typeof PERIODS)[number]

const DAY = 86_400_000

/** The counts of the last `length` days in UTC, oldest first and today last; 0 for days that are not in `counts`. */
export function lastDays(counts: Readonly<Record<string, number>>, length: number, now: Date): DayCount[] {
  return Array.from({ length }, (_, index) => {
    const day = new Date(now.getTime() - (length - 1 - index) * DAY).toISOString().slice(0, 10)
    return { day, count: counts[day] ?? 0 }
  })
}

import type { AccessRecord } from '#/demo/records.ts'
import { between, chance, randomOf } from './random.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const BROWSER_SIGN_IN = 'kpi.backends.ModelBackend'
const OFFICE = { source: 'Firefox (Windows)', address: '203.0.113.7' }
const PHONE = { source: 'Chrome Mobile (Android)', address: '198.51.100.24' }
const SCRIPT = { source: 'Python Requests (Other)', address: '203.0.113.90' }
const COLLECT = { source: 'Kobo Collect v2024.3.2 (Android 13)', address: '198.51.100.24' }
const STRANGE = { source: 'Chrome (Linux)', address: '192.0.2.113' }

const cache = new Map<string, AccessRecord[]>()

/**
 * The accesses of the last three weeks, oldest first: sign-ins in a browser, a script that reads data at night, submissions
 * from a phone, and one evening with wrong passwords from elsewhere.
 */
export function seedAccesses(username: string, today: number): AccessRecord[] {
  const key = `${username} ${today}`
  const cached = cache.get(key)
  if (cached) return cached
  const random = randomOf('accesses', username)
  const accesses: AccessRecord[] = []
  const add = (at: number, type: string, from: typeof OFFICE, more?: { failed: boolean }) =>
    accesses.push({ username, type, at, ...from, ...more })
  for (let daysAgo = 21; daysAgo >= 1; daysAgo -= 1) {
    const day = today - daysAgo * DAY
    const isWeekend = [0, 6].includes(new Date(day).getUTCDay())
    if (daysAgo % 3 === 0) {
      const start = day + 2 * 60 * MINUTE
      const count = between(random, 30, 140)
      for (let index = 0; index < count; index += 1) add(start + index * 20_000, 'token', SCRIPT)
    }
    if (daysAgo === 8) {
      const start = day + 1290 * MINUTE
      for (const offset of [0, 1, 3]) add(start + offset * MINUTE, 'unknown', STRANGE, { failed: true })
    }
    if (isWeekend) continue
    add(day + between(random, 360, 420) * MINUTE, BROWSER_SIGN_IN, OFFICE)
    if (chance(random, 0.5)) {
      const start = day + between(random, 480, 540) * MINUTE
      for (let index = between(random, 4, 20); index > 0; index -= 1) {
        add(start + between(random, 0, 150) * MINUTE, 'submission', COLLECT)
      }
    }
    if (chance(random, 0.3)) add(day + between(random, 800, 860) * MINUTE, BROWSER_SIGN_IN, PHONE)
  }
  const sorted = accesses.toSorted((a, b) => a.at - b.at)
  cache.set(key, sorted)
  return sorted
}

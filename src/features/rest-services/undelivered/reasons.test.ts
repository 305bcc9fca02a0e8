import { describe, expect, it } from 'vitest'
import type { HookLog } from '#/api/kpi/hooks/schema.ts'
import {
  canRetry,
  findUndelivered,
  type ReceivedRow,
  reasonFor,
  REASONS,
  type ServiceTimes,
  STATUS,
} from './reasons.ts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 20, 12)
const UNKNOWN: ServiceTimes = { addedAt: null, changes: [] }

const row = (id: number, rest: Partial<ReceivedRow> = {}): ReceivedRow => ({
  id,
  receivedAt: NOON,
  isEdited: false,
  editedAt: null,
  ...rest,
})
const log = (id: number, status: number = STATUS.sent, rest: Partial<HookLog> = {}): HookLog => ({
  uid: `hl${id}`,
  submission_id: id,
  status,
  status_code: 200,
  message: '',
  tries: 1,
  date_modified: new Date(NOON + 1000).toISOString(),
  ...rest,
})
const reason = (one: ReceivedRow, facts: Partial<Parameters<typeof reasonFor>[1]> = {}) =>
  reasonFor(one, { log: undefined, firstLoggedId: null, times: UNKNOWN, ...facts })

describe('a submission with an entry in the log', () => {
  it('is delivered if it was sent and not edited', () => {
    expect(reason(row(5), { log: log(5), firstLoggedId: 5 })).toBeNull()
  })

  it.each([
    ['failed', STATUS.failed],
    ['pending', STATUS.pending],
    ['processing', STATUS.processing],
  ] as const)('is %s as the log says, edited or not', (expected, status) => {
    for (const isEdited of [false, true]) expect(reason(row(5, { isEdited }), { log: log(5, status) })).toBe(expected)
  })

  it('was edited after it was sent if the history says so, and not if the edit came before', () => {
    const edited = (editedAt: number) => reason(row(5, { isEdited: true, editedAt }), { log: log(5) })
    expect(edited(NOON + HOUR)).toBe('edited')
    expect(edited(NOON)).toBeNull() // a retry sent it as it was then
  })

  it('may have been edited after it was sent if the history does not say when', () => {
    expect(reason(row(5, { isEdited: true }), { log: log(5) })).toBe('maybeEdited')
  })
})

describe('a submission without an entry', () => {
  const times: ServiceTimes = {
    addedAt: NOON,
    changes: [
      { at: NOON, isActive: true },
      { at: NOON + 2 * HOUR, isActive: false },
      { at: NOON + 4 * HOUR, isActive: true },
    ],
  }
  const at = (hours: number) => reason(row(5, { receivedAt: NOON + hours * HOUR }), { firstLoggedId: 1, times })

  it('is explained by the history', () => {
    expect([at(-1), at(1), at(3), at(5)]).toEqual(['before', 'unexplained', 'paused', 'unexplained'])
  })

  it('came during a pause that the history knows, also before the first delivery', () => {
    expect(reason(row(5, { receivedAt: NOON + 3 * HOUR }), { times })).toBe('paused')
  })

  it('came during a pause if there is an earlier entry, when the history does not say more', () => {
    expect(reason(row(5), { firstLoggedId: 3 })).toBe('paused')
  })

  it('came before the first delivery otherwise', () => {
    expect(reason(row(5), { firstLoggedId: 8 })).toBe('unsent')
    expect(reason(row(5))).toBe('unsent')
    expect(reason(row(5, { receivedAt: null }))).toBe('unsent')
  })
})

describe('all submissions', () => {
  /** Numbers from 0 to 1, the same in each run. */
  const random = (seed: number) => {
    let state = seed
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
  }

  it('are listed exactly if they were not sent as they are, once each, the newest first', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = random(seed)
      const rows = Array.from({ length: Math.floor(next() * 30) }, (_, id) =>
        row(id + 1, {
          receivedAt: next() < 0.1 ? null : NOON + Math.floor((next() - 0.5) * 40 * HOUR),
          isEdited: next() < 0.3,
          editedAt: next() < 0.2 ? NOON + Math.floor((next() - 0.5) * 40 * HOUR) : null,
        }),
      )
      const logs = new Map(
        rows.filter(() => next() < 0.6).map(({ id }) => [id, log(id, Math.floor(next() * 4))] as const),
      )
      const times: ServiceTimes = {
        addedAt: next() < 0.5 ? NOON : null,
        changes: [
          { at: NOON + HOUR, isActive: false },
          { at: NOON + 2 * HOUR, isActive: next() < 0.5 },
        ],
      }
      const found = findUndelivered(rows, logs, times)
      const ids = found.map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
      for (const { reason: why } of found) expect(REASONS).toContain(why)
      for (const one of rows) {
        const sent = logs.get(one.id)
        const isAsSent =
          sent?.status === STATUS.sent &&
          (one.editedAt === null ? !one.isEdited : one.editedAt <= Date.parse(sent.date_modified))
        expect({ seed, id: one.id, isListed: ids.includes(one.id) }).toEqual({ seed, id: one.id, isListed: !isAsSent })
      }
    }
  })
})

it('An entry can be sent again two minutes after its last attempt, a pending one once the server has given up', () => {
  const later = NOON + 1000 + 121_000
  expect(canRetry(log(1, STATUS.failed), later)).toBe(true)
  expect(canRetry(log(1, STATUS.failed), later - 2000)).toBe(false)
  expect(canRetry(log(1, STATUS.pending), later)).toBe(false)
  expect(canRetry(log(1, STATUS.pending, { tries: 3 }), later)).toBe(true)
  expect(canRetry(log(1, STATUS.sent), later)).toBe(false)
})

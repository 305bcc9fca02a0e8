import { expect, it } from 'vitest'
import { editsOf, timesOf } from './check.ts'

const NOON = Date.UTC(2026, 10, 20, 12)
const entry = (action: string, hours: number, metadata: Record<string, unknown>) => ({
  action,
  username: 'ann',
  date_created: new Date(NOON + hours * 3_600_000).toISOString(),
  metadata,
})

it('The history says when a service was added, paused and resumed; other services do not matter', () => {
  const hook = (active: boolean, uid = 'h1') => ({ hook: { uid, active, endpoint: 'https://example.org/' } })
  const times = timesOf(
    [
      entry('modify-service', 3, hook(true)),
      entry('modify-service', 2, hook(false)),
      entry('register-service', 1, hook(false, 'h2')),
      entry('register-service', 0, hook(true)),
      entry('modify-service', -1, {}),
    ],
    'h1',
  )
  const hour = (hours: number) => NOON + hours * 3_600_000
  expect(times).toEqual({
    addedAt: hour(0),
    changes: [
      { at: hour(0), isActive: true },
      { at: hour(2), isActive: false },
      { at: hour(3), isActive: true },
    ],
  })
  expect(timesOf([], 'h1')).toEqual({ addedAt: null, changes: [] })
})

it('The history says when a submission was edited last; a validation status is no edit', () => {
  const edits = editsOf([
    entry('modify-submission', 1, { submission: { root_uuid: 'a' } }),
    entry('modify-submission', 2, { submission: { root_uuid: 'uuid:a' } }),
    entry('modify-submission', 3, { submission: { root_uuid: 'a', status: 'Approved' } }),
    entry('add-submission', 0, { submission: { root_uuid: 'b' } }),
  ])
  expect([...edits]).toEqual([['a', NOON + 2 * 3_600_000]])
})

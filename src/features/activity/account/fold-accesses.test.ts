import { describe, expect, it } from 'vitest'
import { AccessLog } from '#/api/kpi/access-logs/schema.ts'
import { foldAccesses, kindOf } from './fold-accesses.ts'

const access = (type: string | null, more: object = {}, source = 'Firefox (Windows)') =>
  AccessLog.parse({
    action: 'auth',
    username: 'alice',
    date_created: '2026-11-20T09:00:00Z',
    count: 1,
    metadata: { auth_type: type, source, ip_address: '203.0.113.7' },
    ...more,
  })

describe('kindOf', () => {
  it.each([
    ['token', 'key'],
    ['https basic', 'password'],
    ['oauth2', 'app'],
    ['submission-group', 'submissions'],
    ['kpi.backends.ModelBackend', 'browser'],
    ['django-loginas', 'administrator'],
    ['unknown', 'unknown'],
    ['something new', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (type, kind) => expect(kindOf(access(type))).toBe(kind))

  it('a refused sign-in is known by its action', () => {
    expect(kindOf(access('unknown', { action: 'auth-failed' }))).toBe('refused')
  })
})

describe('foldAccesses', () => {
  it('folds runs of the same kind, program and address', () => {
    const key = access('token')
    const folds = foldAccesses([key, key, key, access('token', {}, 'curl'), access('kpi.backends.ModelBackend'), key])
    expect(folds.map(({ kind, requests }) => [kind, requests])).toEqual([
      ['key', 3],
      ['key', 1],
      ['browser', 1],
      ['key', 1],
    ])
  })

  it('adds up the submissions that the server counted by the hour', () => {
    const hour = (count: number) => access('submission-group', { count, metadata: { auth_type: 'submission-group' } })
    expect(foldAccesses([hour(12), hour(7)])).toMatchObject([{ kind: 'submissions', requests: 19 }])
  })
})

import { describe, expect, it } from 'vitest'
import { ApiError } from './errors.ts'

const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  ApiError.from(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }))

describe('ApiError.from', () => {
  it('has the message of a refused request', async () => {
    const error = await refusal(403, { detail: 'You do not have permission to perform this action.' })
    expect(error).toMatchObject({ kind: 'forbidden', message: 'You do not have permission to perform this action.' })
  })

  it('has the messages by field, from texts and lists', async () => {
    const error = await refusal(400, { name: ['Too long.', 'Too odd.'], user: 'No such user' })
    expect(error.fields).toEqual({ name: 'Too long.\nToo odd.', user: 'No such user' })
    expect(error.message).toBe('Too long.\nToo odd.\nNo such user')
  })

  it('has only the messages of a bulk action [2107]', async () => {
    const result = { uuid: 'e294d39a-897f-4122-a3b6-1eacba740e43', root_uuid: null, message: 'Form is not active' }
    const error = await refusal(400, { count: 1, successes: 0, failures: 1, results: [result] })
    expect(error).toMatchObject({ kind: 'rejected', message: 'Form is not active' })
  })

  it('has the error of a form that does not compile', async () => {
    const error = await refusal(400, { error: '[row : 2] List name not in choices sheet: nowhere' })
    expect(error).toMatchObject({ kind: 'rejected', fields: {} })
    expect(error.message).toContain('[row : 2]')
  })

  it('has no message for the page of a proxy', async () => {
    const error = await refusal(502, '<html><h1>Bad gateway</h1></html>')
    expect(error).toMatchObject({ kind: 'server-fault', message: '' })
  })

  it('is "unreadable" for a refusal that is not JSON', async () => {
    expect((await refusal(400, '<html></html>')).kind).toBe('unreadable')
  })

  it('has the seconds of Retry-After', async () => {
    const error = await refusal(429, { detail: 'Request was throttled.' }, { 'Retry-After': '12' })
    expect(error).toMatchObject({ kind: 'throttled', retryAfter: 12 })
  })

  it('does not throw for nested, empty and malformed bodies', async () => {
    for (const body of [{}, [], null, [['a']], { payload: [{ deep: ['x'] }] }, 'not json']) {
      expect((await refusal(400, body)).message).toBeTypeOf('string')
    }
  })
})

import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

describe('redact', () => {
  it('removes credentials', () => {
    const text = redact({
      name: 7,
      settings: { password: 'p4ss', custom_headers: { 'X-Api-Key': 'k3y' } },
      apiToken: 't0k',
      note: 'sent with Token 0123456789abcdef, or Bearer abc.def-ghi_123',
    })
    expect(text).toContain('"name": 7')
    expect(text).not.toMatch(/p4ss|k3y|t0k|0123456789|abc\.def/)
  })

  it.each([undefined, null, 'text', []])('returns a text for %j', (raw) => {
    expect(redact(raw)).toBeTypeOf('string')
  })
})

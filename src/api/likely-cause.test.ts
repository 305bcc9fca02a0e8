import { describe, expect, it } from 'vitest'
import { ApiError } from './errors.ts'
import { likelyCauseOf } from './likely-cause.ts'

const fault = (status: number) => new ApiError('server-fault', 'Server Error (500)', { status })

describe('likelyCauseOf', () => {
  it.each([
    ['PATCH', 'api/v2/assets/aB1/deployment/', 'newer-version'],
    ['POST', 'api/v2/assets/aB1/deployment/', 'template'],
    ['POST', 'api/v2/assets/aB1/export-settings/', 'name-taken'],
    ['PATCH', 'api/v2/assets/aB1/export-settings/eS1/', 'name-taken'],
    ['POST', 'api/v2/assets/aB1/files/', 'metadata-missing'],
    ['GET', 'api/v2/imports/', 'no-list'],
    ['GET', 'api/v2/tags/', 'no-search'],
  ])('returns the cause of a 500 for %s %s: %s', (method, path, likely) => {
    expect(likelyCauseOf(method, path, fault(500))).toBe(likely)
  })

  it('returns null for other requests and errors', () => {
    expect(likelyCauseOf('GET', 'api/v2/assets/aB1/', fault(500))).toBeNull()
    expect(likelyCauseOf('PATCH', 'api/v2/assets/aB1/deployment/', fault(502))).toBeNull()
    expect(likelyCauseOf('PATCH', 'api/v2/assets/aB1/deployment/', new Error('no answer'))).toBeNull()
  })
})

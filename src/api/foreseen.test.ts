import { describe, expect, it } from 'vitest'
import { ApiError } from './errors.ts'
import { foreseen } from './foreseen.ts'

const fault = (status: number) => new ApiError('server-fault', 'Server Error (500)', { status })

describe('a fault of the server', () => {
  it.each([
    ['PATCH', 'api/v2/assets/aB1/deployment/', 'newer-version'],
    ['POST', 'api/v2/assets/aB1/deployment/', 'template'],
    ['POST', 'api/v2/assets/aB1/export-settings/', 'name-taken'],
    ['PATCH', 'api/v2/assets/aB1/export-settings/eS1/', 'name-taken'],
    ['POST', 'api/v2/assets/aB1/files/', 'metadata-missing'],
    ['GET', 'api/v2/imports/', 'no-list'],
    ['GET', 'api/v2/tags/', 'no-search'],
  ])('is most likely of the request: %s %s, %s', (method, path, likely) => {
    expect(foreseen(method, path, fault(500))).toBe(likely)
  })

  it('is taken for one everywhere else', () => {
    expect(foreseen('GET', 'api/v2/assets/aB1/', fault(500))).toBeNull()
    expect(foreseen('PATCH', 'api/v2/assets/aB1/deployment/', fault(502))).toBeNull()
    expect(foreseen('PATCH', 'api/v2/assets/aB1/deployment/', new Error('no answer'))).toBeNull()
  })
})

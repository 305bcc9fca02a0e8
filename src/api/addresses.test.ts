import { describe, expect, it } from 'vitest'
import { lastSegment, pathOfUrl } from './addresses.ts'

const SERVER = 'https://kf.example.org'

describe('pathOfUrl', () => {
  it.each([
    [`${SERVER}/api/v2/assets/?start=50&limit=50`, { server: SERVER }, 'api/v2/assets/?start=50&limit=50'],
    ['/api/v2/users/bob/', { server: SERVER }, 'api/v2/users/bob/'],
    ['http://kf.example.org/api/v2/assets/a/', { server: SERVER }, 'api/v2/assets/a/'],
    [
      'https://kf.internal:8000/api/v2/assets/a/',
      { server: 'https://proxy.example.org/kobo', knownAs: ['https://kf.internal:8000'] },
      'api/v2/assets/a/',
    ],
    ['https://own.example.org/kobo/api/v2/assets/a/', { server: 'https://own.example.org/kobo' }, 'api/v2/assets/a/'],
    ['/api/v2/users/bob/', { server: 'https://own.example.org/kobo' }, 'api/v2/users/bob/'],
  ])('of %s for %j is %s', (url, connection, path) => {
    expect(pathOfUrl(url, connection)).toBe(path)
  })

  it.each([
    'https://evil.example.org/api/v2/assets/',
    'https://kf.example.org.evil.example/',
    'https://kf.example.org:8443/',
    'https://kf.example.org@evil.example/',
    '//evil.example.org/api/v2/',
    '\\\\evil.example.org/',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://kf.example.org/1',
    'file:///etc/passwd',
    'http://[::1',
  ])('throws for %s', (url) => {
    expect(() => pathOfUrl(url, { server: SERVER, knownAs: ['https://kf.internal:8000'] })).toThrow(
      expect.objectContaining({ kind: 'elsewhere' }),
    )
  })
})

describe('lastSegment', () => {
  it('returns the decoded last segment', () => {
    expect(lastSegment('https://kf.example.org/api/v2/users/bob/')).toBe('bob')
    expect(lastSegment('/api/v2/users/p.lef%C3%A8vre')).toBe('p.lefèvre')
    expect(lastSegment('/api/v2/users/100%/')).toBe('100%')
  })
})

import { describe, expect, it } from 'vitest'
import { displayAddress } from './display-address.ts'
import { fromConfiguredUrl, toServerAddress } from './server-address.ts'

describe('toServerAddress', () => {
  it.each([
    ['kf.example.org', 'https://kf.example.org'],
    ['  https://kf.example.org/  ', 'https://kf.example.org'],
    ['https://kf.example.org/#/projects/home', 'https://kf.example.org'],
    ['http://localhost:8000', 'http://localhost:8000'],
    ['localhost:8000', 'https://localhost:8000'],
    ['127.0.0.1:9000', 'https://127.0.0.1:9000'],
  ])('of %s is %s', (typed, server) => {
    expect(toServerAddress(typed)).toBe(server)
  })

  it.each(['', 'kobo', 'my server', 'ftp://kf.example.org', 'javascript://alert(1)', 'https://'])(
    'knows that "%s" names no server',
    (typed) => {
      expect(toServerAddress(typed)).toBeNull()
    },
  )
})

describe('fromConfiguredUrl', () => {
  it('resolves a path on this site', () => {
    expect(fromConfiguredUrl('/kobo', 'https://field.example.org/app/')).toBe('https://field.example.org/kobo')
  })

  it('returns an address without the trailing slash', () => {
    expect(fromConfiguredUrl('https://kf.example.org/', 'https://field.example.org/')).toBe('https://kf.example.org')
  })
})

describe('displayAddress', () => {
  it('leaves out the scheme and a trailing slash', () => {
    expect(displayAddress('https://kf.example.org')).toBe('kf.example.org')
    expect(displayAddress('http://localhost:4173/kobo')).toBe('localhost:4173/kobo')
  })
})

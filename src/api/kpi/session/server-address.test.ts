import { describe, expect, it } from 'vitest'
import { fromConfiguredUrl, shownAddress, toServerAddress } from './server-address.ts'

describe('toServerAddress', () => {
  it.each([
    ['kf.example.org', 'https://kf.example.org'],
    ['  https://kf.example.org/  ', 'https://kf.example.org'],
    ['https://kf.example.org/#/projects/home', 'https://kf.example.org'],
    ['http://localhost:8000', 'http://localhost:8000'],
    ['localhost:8000', 'https://localhost:8000'],
    ['127.0.0.1:9000', 'https://127.0.0.1:9000'],
  ])('reads %s as %s', (typed, server) => {
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
  it('takes a path as one of this site', () => {
    expect(fromConfiguredUrl('/kobo', 'https://field.example.org/app/')).toBe('https://field.example.org/kobo')
  })

  it('takes an address as it is, without the last slash', () => {
    expect(fromConfiguredUrl('https://kf.example.org/', 'https://field.example.org/')).toBe('https://kf.example.org')
  })
})

describe('shownAddress', () => {
  it('leaves out what people need not read', () => {
    expect(shownAddress('https://kf.example.org')).toBe('kf.example.org')
    expect(shownAddress('http://localhost:4173/kobo')).toBe('localhost:4173/kobo')
  })
})

import { expect, it } from 'vitest'
import { samePlace } from './kobo-proxy.ts'

const server = new URL('https://kf.example.org')

it('keeps a redirection within the server on the page’s own origin', () => {
  expect(samePlace('https://kf.example.org/api/v2/assets/?limit=1', server)).toBe('/kobo/api/v2/assets/?limit=1')
  expect(samePlace('/me/', server)).toBe('/kobo/me/')
  expect(samePlace('https://example.org/kpi/me/', new URL('https://example.org/kpi/'))).toBe('/kobo/me/')
})

it('leaves a redirection to somewhere else as it is', () => {
  expect(samePlace('https://elsewhere.example.org/me/', server)).toBe('https://elsewhere.example.org/me/')
  expect(samePlace('http://kf.example.org/me/', server)).toBe('http://kf.example.org/me/')
})

import { describe, expect, it } from 'vitest'
import { isUnencrypted } from './is-unencrypted.ts'

describe('isUnencrypted', () => {
  it.each([
    'http://kf.example.org',
    'http://192.168.1.20:8000',
    'http://field.example.org/kobo',
    'http://127.example.org',
  ])('%s: the network can read along', (server) => expect(isUnencrypted(server)).toBe(true))

  it.each(['https://kf.example.org', 'http://localhost:8000', 'http://127.0.0.1:4173/kobo', 'http://[::1]:8000'])(
    '%s: nobody can',
    (server) => expect(isUnencrypted(server)).toBe(false),
  )
})

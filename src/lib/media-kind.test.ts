import { expect, it } from 'vitest'
import { mediaKind } from './media-kind.ts'

it.each([
  ['image/jpeg', 'picture'],
  ['IMAGE/PNG; charset=binary', 'picture'],
  ['audio/x-m4a', 'sound'],
  ['video/mp4', 'film'],
])('%s is shown as %s', (type, kind) => {
  expect(mediaKind(type)).toBe(kind)
})

it.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/pdf', 'image/svg+xml;image/png', ''])(
  '%s is not shown',
  (type) => {
    expect(mediaKind(type)).toBeNull()
  },
)

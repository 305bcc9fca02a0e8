import { expect, it } from 'vitest'
import { mediaKind } from './media-kind.ts'

it.each([
  ['image/jpeg', 'picture'],
  ['IMAGE/PNG; charset=binary', 'picture'],
  ['audio/x-m4a', 'sound'],
  ['video/mp4', 'film'],
])('shows %s as a %s', (type, kind) => {
  expect(mediaKind(type)).toBe(kind)
})

it.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/pdf', 'image/svg+xml;image/png', ''])(
  'never shows %s in the page',
  (type) => {
    expect(mediaKind(type)).toBeNull()
  },
)

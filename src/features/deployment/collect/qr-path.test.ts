import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr-path.ts'

it('qrPath draws a rectangle for each run of dark modules', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
      [false, true, true, true],
    ]),
  ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z')
})

it('covers as many modules as the code has dark ones', () => {
  const { data } = encode('https://ee.example.org/x/91f39313', { ecc: 'M', border: 4 })
  const drawn = [...qrPath(data).matchAll(/h(\d+)v1/g)].reduce((sum, [, length]) => sum + Number(length), 0)
  expect(drawn).toBe(data.flat().filter(Boolean).length)
  expect(data.slice(0, 4).flat()).not.toContain(true) // the quiet zone that scanners need
})

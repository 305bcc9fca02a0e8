import { expect, it } from 'vitest'
import { isBlank } from './is-blank.ts'

it('isBlank is true for texts without a visible character', () => {
  for (const text of ['', ' ', '\n\t', '\u200B\u200D\uFEFF', '\u202E', '\u00AD', '\u3164\u115F', '\u0000']) {
    expect(isBlank(text), JSON.stringify(text)).toBe(true)
  }
  for (const text of ['a', '\u200Ba', '0', '٠', '👍', '-', '\uD83D']) expect(isBlank(text), text).toBe(false)
})

import { expect, it } from 'vitest'
import { languageName } from './language-name.ts'

it.each([
  ['fr', 'en', 'French'],
  ['fr', 'fr', 'français'],
  ['zzz', 'en', 'zzz'],
  ['not a code', 'en', 'not a code'],
  ['', 'en', ''],
])('names the language %s in %s', (code, locale, name) => {
  expect(languageName(code, locale)).toBe(name)
})

import { expect, it } from 'vitest'
import { languageChanges } from './language-changes.ts'

it('languageChanges tells added, removed and other default languages', () => {
  expect(languageChanges(['English (en)', null], ['English (en)', null])).toBeNull()
  expect(languageChanges(null, [null])).toBeNull()
  expect(languageChanges([null], ['English (en)', 'Français (fr)'])).toEqual({
    added: ['English (en)', 'Français (fr)'],
    removed: [null],
    first: 'English (en)',
  })
  expect(languageChanges(['a', 'b'], ['b', 'a'])).toEqual({ added: [], removed: [], first: 'b' })
})

// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { isTextField } from './text-field.ts'

it.each([
  ['<input>', true],
  ['<input type="search">', true],
  ['<textarea></textarea>', true],
  ['<select></select>', true],
  ['<div contenteditable></div>', true],
  ['<input type="checkbox">', false],
  ['<button></button>', false],
  ['<div role="grid"></div>', false],
])('keys pressed in %s are typed into it: %s', (html, isTyped) => {
  document.body.innerHTML = html
  expect(isTextField(document.body.firstElementChild)).toBe(isTyped)
})

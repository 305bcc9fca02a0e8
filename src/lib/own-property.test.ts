import { expect, it } from 'vitest'
import { own } from './own-property.ts'

it('finds what a record holds itself, and nothing that it inherits', () => {
  expect(own({ constructor: 'an answer', a: 'b' }, 'constructor')).toBe('an answer')
  for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(own({ a: 'b' }, key)).toBeUndefined()
})

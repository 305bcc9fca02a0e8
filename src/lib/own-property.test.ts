import { expect, it } from 'vitest'
import { ownProperty } from './own-property.ts'

it('ownProperty returns own properties, and undefined for inherited ones', () => {
  expect(ownProperty({ constructor: 'an answer', a: 'b' }, 'constructor')).toBe('an answer')
  for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(ownProperty({ a: 'b' }, key)).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { unsaved } from './unsaved.ts'

describe('unsaved changes', () => {
  it('are there as long as one form has some', () => {
    const heard: boolean[] = []
    const stop = unsaved.subscribe(() => heard.push(unsaved.any()))
    const [first, second] = [unsaved.add(), unsaved.add()]
    first()
    expect(unsaved.any()).toBe(true)
    second()
    second()
    expect(unsaved.any()).toBe(false)
    unsaved.add()
    unsaved.forgetAll()
    stop()
    unsaved.add()()
    expect(heard).toEqual([true, true, true, false, false, true, false])
  })
})

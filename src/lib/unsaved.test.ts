import { describe, expect, it } from 'vitest'
import { unsaved } from './unsaved.ts'

describe('unsaved', () => {
  it('any() is true until the last form is removed, and listeners are notified', () => {
    const notified: boolean[] = []
    const stop = unsaved.subscribe(() => notified.push(unsaved.any()))
    const [first, second] = [unsaved.add(), unsaved.add()]
    first()
    expect(unsaved.any()).toBe(true)
    second()
    second()
    expect(unsaved.any()).toBe(false)
    unsaved.add()
    unsaved.clear()
    stop()
    unsaved.add()()
    expect(notified).toEqual([true, true, true, false, false, true, false])
  })

  it('isLeft() is true for another page, and for another value of a parameter that a form depends on', () => {
    const from = { pathname: '/table', search: '?submission=7' }
    const next = { pathname: '/table', search: '?submission=8' }
    const sorted = { pathname: '/table', search: '?submission=7&sort=_id' }
    const elsewhere = { pathname: '/settings', search: '' }
    const places = [next, sorted, elsewhere]
    const isLeftFor = () => places.map((to) => unsaved.isLeft(from, to))
    expect(isLeftFor()).toEqual([false, false, false])
    const dialog = unsaved.add()
    expect(isLeftFor()).toEqual([false, false, true])
    const panel = unsaved.add('submission')
    expect(isLeftFor()).toEqual([true, false, true])
    dialog()
    panel()
    expect(isLeftFor()).toEqual([false, false, false])
  })
})

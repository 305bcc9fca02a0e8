import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { listOf, Page } from './pagination.ts'

const Item = z.object({ uid: z.string(), name: z.string() })
const well = { uid: 'a1', name: 'Wells' }

describe('listOf', () => {
  it('returns the readable items, and the id of the unreadable one', () => {
    const odd = { uid: 'a2', name: { odd: true } }
    const page = Page(Item).parse({ count: 70, results: [well, odd, well] })
    expect(page).toEqual({
      count: 70,
      results: [well, well],
      unreadable: [expect.objectContaining({ id: 'a2', raw: odd })],
    })
  })

  it.each([
    [{ uid: 'aXy', _id: 7 }, 'aXy'],
    [{ _id: 7 }, '7'],
    [{ url: 'https://kf.example.org/api/v2/permission-assignments/pQ1/' }, 'pQ1'],
    [{ uid: { odd: 'uid' } }, null],
    [null, null],
    ['text', null],
  ])('the id of %j is %s', (raw, id) => {
    expect(listOf(Item).parse([raw]).unreadable).toMatchObject([{ id, raw }])
  })

  it('throws if the value is not a list', () => {
    expect(Page(Item).safeParse({ count: 1, results: { a: well } }).success).toBe(false)
    expect(Page(Item).safeParse({ results: [well] }).success).toBe(false)
    expect(listOf(Item).safeParse({ detail: 'x' }).success).toBe(false)
  })
})

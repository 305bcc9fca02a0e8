import { expect, it } from 'vitest'
import { type FieldLists, type ListOptions, NO_LISTS, withFields } from './field-lists.ts'

const VIEW = Array.from({ length: 1000 }, (_, index) => `q${index}`)
const SIZE = 100

const options = (changes: Partial<ListOptions> = {}): ListOptions => ({
  loaded: VIEW.slice(0, SIZE),
  viewColumns: VIEW,
  split: (ids) =>
    Array.from({ length: Math.ceil(ids.length / SIZE) }, (_, at) => ids.slice(at * SIZE, (at + 1) * SIZE)),
  canLoadAll: true,
  isPending: () => false,
  cancelsOvertaken: true,
  scrolls: false,
  ...changes,
})

/** As when somebody scrolls to these columns, one after the other. */
const scrollTo = (positions: readonly number[], changes?: Partial<ListOptions>) =>
  positions.reduce<FieldLists>((lists, at) => withFields(lists, VIEW.slice(at, at + 10), options(changes)), NO_LISTS)

it('fills a list with the columns that follow', () => {
  expect(scrollTo([300]).lists).toEqual([VIEW.slice(300, 400)])
  expect(scrollTo([300, 320, 390]).lists).toHaveLength(1)
})

it('fills a list at the end with those before it, the nearest first', () => {
  expect(scrollTo([990]).lists).toEqual([[...VIEW.slice(990), ...VIEW.slice(900, 990).toReversed()]])
})

it('requests all columns at once after two lists, whatever is scrolled to', () => {
  expect(scrollTo([300, 600, 900, 700, 200, 500])).toMatchObject({ requested: 3 })
  expect(scrollTo([300, 600, 900]).lists.at(-1)).toBe('all')
})

it('goes on by lists where all columns of so many rows would be too much', () => {
  const { lists } = scrollTo([100, 200, 300, 400], { canLoadAll: false })
  expect(lists).toHaveLength(4)
  expect(lists).not.toContain('all')
})

it('goes on by lists where little is left', () => {
  const viewColumns = VIEW.slice(0, 150)
  const needed = ['q110', 'x', 'y', 'z']
  const lists = needed.reduce((before, id) => withFields(before, [id], options({ viewColumns })), NO_LISTS)
  expect(lists.lists).toHaveLength(4)
})

it('drops a pending list that was overtaken, and no other', () => {
  const isPending = () => true
  expect(scrollTo([300, 600], { isPending }).lists).toEqual([VIEW.slice(600, 700)])
  expect(scrollTo([300, 395], { isPending }).lists).toHaveLength(2)
  expect(scrollTo([300, 600]).lists).toHaveLength(2)
  expect(scrollTo([300, 600], { isPending, cancelsOvertaken: false }).lists).toHaveLength(2)
})

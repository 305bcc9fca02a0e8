import { expect, it } from 'vitest'
import type { DatasetState } from '#/dataset/sources/source.ts'
import { type Arrivals, type ArrivalsInput, nextArrivals } from './arrivals.ts'

const MINUTE = 60_000
const state = (count: number | null, minute: number, lastArrival = '2026-11-29T10:00:00Z'): DatasetState => ({
  count,
  lastArrival,
  readAt: minute * MINUTE,
})
const LATER = '2026-11-29T11:00:00Z'

const input = (read: DatasetState, changes: Partial<ArrivalsInput> = {}): ArrivalsInput => ({
  resultKey: 'all',
  state: read,
  loaded: { count: 100, at: 0.5 * MINUTE },
  isFiltered: false,
  listed: 0,
  wroteAt: -1,
  ...changes,
})

const after = (inputs: readonly ArrivalsInput[]) => inputs.reduce<Arrivals | null>(nextArrivals, null)

it('counts what arrived by the counts alone, where there is no filter', () => {
  expect(after([input(state(100, 0)), input(state(103, 1, LATER))])).toMatchObject({ count: 3, listedAt: null })
  expect(after([input(state(102, 1, LATER))])).toMatchObject({ count: 2, listedAt: null })
})

it('is not misled by a counter that was wrong before, nor by rows that came with the first page', () => {
  expect(after([input(state(101, 0)), input(state(101, 1))])?.count).toBe(0)
  expect(after([input(state(101, 0)), input(state(104, 1, LATER))])?.count).toBe(3)
  expect(after([input(state(98, 0)), input(state(100, 1, LATER))])?.count).toBe(0)
})

it('needs a list with a filter, or without a count, once something arrived, and not again within five minutes', () => {
  const filtered = (read: DatasetState) => input(read, { isFiltered: true })
  expect(after([filtered(state(400, 0)), filtered(state(400, 1))])?.listedAt).toBeNull()
  expect(after([filtered(state(400, 0)), filtered(state(401, 1, LATER))])?.listedAt?.readAt).toBe(MINUTE)
  const busy = [0, 1, 2, 3, 4].map((minute) => filtered(state(400 + minute, minute, `2026-11-29T11:0${minute}:00Z`)))
  expect(after(busy)?.listedAt?.readAt).toBe(MINUTE)
  expect(after([...busy, filtered(state(404, 7, '2026-11-29T11:04:00Z'))])?.listedAt?.readAt).toBe(7 * MINUTE)
  expect(after([input(state(null, 0)), input(state(null, 1, LATER))])?.listedAt).not.toBeNull()
})

it('needs a list where as many were deleted as arrived', () => {
  expect(after([input(state(100, 0)), input(state(100, 1, LATER))])).toMatchObject({ count: 0 })
  expect(after([input(state(100, 0)), input(state(100, 1, LATER))])?.listedAt).not.toBeNull()
})

it('says when others deleted rows, not when this page did', () => {
  expect(after([input(state(100, 0)), input(state(98, 1))])?.deletedAt).toBe(MINUTE)
  const wroteAt = 0.9 * MINUTE
  const own = input(state(98, 1), { wroteAt, loaded: { count: 98, at: 0.95 * MINUTE } })
  expect(after([input(state(100, 0)), own])).toMatchObject({ deletedAt: null, count: 0 })
})

it('does not take own deletions for arrivals, although the state is older than the page', () => {
  const page = { count: 95, at: 1.5 * MINUTE }
  expect(after([input(state(100, 0)), input(state(100, 1), { loaded: page })])?.count).toBe(0)
})

it('begins anew with another result', () => {
  const other = { resultKey: 'few', loaded: { count: 12, at: 2 * MINUTE }, isFiltered: true }
  expect(after([input(state(100, 0)), input(state(103, 1)), input(state(103, 1), other)])?.count).toBe(0)
})

import { expect, it } from 'vitest'
import type { Row } from '#/dataset/model/row.ts'
import type { Status } from '#/dataset/query/status.ts'
import { countStatuses } from './count-statuses.ts'

const rowWith = (uid: Status | null, id: number): Row => ({
  _id: id,
  _validation_status: uid && { uid, timestamp: 0, by_whom: 'amina' },
})

it('counts the rows of each status, the most frequent first', () => {
  const statuses = [null, 'validation_status_approved', null, 'validation_status_on_hold', null] as const
  expect(countStatuses(statuses.map(rowWith))).toEqual([
    { status: null, count: 3 },
    { status: 'validation_status_approved', count: 1 },
    { status: 'validation_status_on_hold', count: 1 },
  ])
  expect(countStatuses([])).toEqual([])
})

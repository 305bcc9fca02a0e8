import { orderOf, type SortKey } from '#/dataset/model/sort-keys.ts'

/** Numbers of rows in both orders; among those alike the first stay first. */
export interface SortedIds {
  up: number[]
  down: number[]
}

export const sortedIds = (keys: readonly SortKey[]): SortedIds => ({
  up: orderOf(keys, false),
  down: orderOf(keys, true),
})

import { orderOf, type SortKey } from '#/dataset/model/sort-keys.ts'

/** What is sorted: a key for each row, and the reader's locale. */
export interface SortJob {
  keys: readonly SortKey[]
  locale: string
}

/** Numbers of rows in both orders; among those alike the first stay first. */
export interface SortedIds {
  up: number[]
  down: number[]
}

export const sortedIds = ({ keys, locale }: SortJob): SortedIds => ({
  up: orderOf(keys, false, locale),
  down: orderOf(keys, true, locale),
})

import { orderOf, type SortKey } from '#/dataset/model/sort-keys.ts'

/** Numbers of rows in both orders; among those alike the first stay first. */
export interface TrueOrders {
  up: number[]
  down: number[]
}

export const trueOrders = (keys: readonly SortKey[]): TrueOrders => ({
  up: orderOf(keys, false),
  down: orderOf(keys, true),
})

import { type SharedValue, useNewSharedValue } from '#/ui/store.ts'

export interface VisibleRange {
  /** Both count from 0. */
  first: number
  last: number
}

/** Which rows are in sight, for those who tell of it: nothing else is drawn again as one scrolls. */
export type VisibleRangeStore = SharedValue<VisibleRange | null>

export const useVisibleRangeStore = (): VisibleRangeStore => useNewSharedValue<VisibleRange | null>(null)

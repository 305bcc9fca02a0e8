import { type SharedValue, useSharedValue } from '#/ui/shared-value.ts'

export interface VisibleRange {
  /** Both count from 0. */
  first: number
  last: number
}

/** The visible rows, for components that show them: nothing else renders again while scrolling. */
export type VisibleRangeStore = SharedValue<VisibleRange | null>

export const useVisibleRangeStore = (): VisibleRangeStore => useSharedValue<VisibleRange | null>(null)

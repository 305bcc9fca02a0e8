import { type SharedValue, useNewSharedValue } from '#/ui/store.ts'

export interface Sight {
  /** Both count from 0. */
  first: number
  last: number
}

/** Which rows are in sight, for those who tell of it: nothing else is drawn again as one scrolls. */
export type SightStore = SharedValue<Sight | null>

export const useSightStore = (): SightStore => useNewSharedValue<Sight | null>(null)

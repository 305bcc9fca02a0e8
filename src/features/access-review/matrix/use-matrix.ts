import { type RefObject, useMemo } from 'react'
import type { ReviewedPerson } from '#/features/access-review/model/review.ts'
import { useCellGrid } from '#/ui/grid/use-cell-grid.ts'
import { FROZEN_COLUMNS, FROZEN_WIDTH, HEAD_HEIGHT, ROW_HEIGHT, widthOf } from './matrix-columns.ts'

interface MatrixOptions {
  ref: RefObject<HTMLDivElement | null>
  rowCount: number
  people: readonly ReviewedPerson[]
  isRtl: boolean
}

/** Which rows and columns are rendered, and the active cell that the keys move. */
export function useMatrix({ ref, rowCount, people, isRtl }: MatrixOptions) {
  const columns = useMemo(() => people.map((person) => ({ key: person.username, size: widthOf(person) })), [people])
  return useCellGrid({
    ref,
    rowCount,
    rowHeight: ROW_HEIGHT,
    headHeight: HEAD_HEIGHT,
    frozen: { count: FROZEN_COLUMNS, width: FROZEN_WIDTH },
    columns,
    isRtl,
  })
}

import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import type { AllFiguresState } from '#/dataset/summary/use-totals.ts'
import { TrueOrderHint } from './ClientSortStatus.tsx'
import { AllFiguresHint } from './TotalsStatus.tsx'

/** What is to be known of the order of the rows, and of the figures below them. */
export const Hints = ({ found, figures }: { found: LoadedRows; figures: AllFiguresState }) => (
  <>
    <TrueOrderHint found={found} />
    <AllFiguresHint figures={figures} />
  </>
)

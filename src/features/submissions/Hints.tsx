import { AllFiguresHint } from './AllFiguresHint.tsx'
import type { AllFiguresState } from './all-figures.ts'
import { TrueOrderHint } from './TrueOrderHint.tsx'
import type { LoadedRows } from './use-column-blocks.ts'

/** What is to be known of the order of the rows, and of the figures below them. */
export const Hints = ({ found, figures }: { found: LoadedRows; figures: AllFiguresState }) => (
  <>
    <TrueOrderHint found={found} />
    <AllFiguresHint figures={figures} />
  </>
)

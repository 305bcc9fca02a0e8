import type { LoadedRows } from '#/dataset/rows/use-lazy-columns.ts'
import type { TotalsState } from '#/dataset/summary/use-totals.ts'
import { ClientSortStatus } from './ClientSortStatus.tsx'
import { TotalsStatus } from './TotalsStatus.tsx'

/** What is to be known of the order of the rows, and of the figures below them. */
export const RowsNotices = ({ found, figures }: { found: LoadedRows; figures: TotalsState }) => (
  <>
    <ClientSortStatus found={found} />
    <TotalsStatus figures={figures} />
  </>
)

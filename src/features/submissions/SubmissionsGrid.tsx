import type { ComponentProps } from 'react'
import type { Submission } from '#/api/submissions/schema.ts'
import { DataGrid } from './grid/DataGrid.tsx'
import type { SizedColumn } from './SubmissionsTable.tsx'
import { useRowTicks } from './use-row-ticks.ts'

type SubmissionsGridProps = Omit<ComponentProps<typeof DataGrid<Submission, SizedColumn>>, 'ticks'> & {
  /** Those of the rows that have come. */
  loaded: readonly Submission[]
}

/** The grid with its ticks, apart from the columns: a tick does not lay out a thousand columns anew. */
export function SubmissionsGrid({ loaded, ...grid }: SubmissionsGridProps) {
  return <DataGrid {...grid} ticks={useRowTicks(loaded)} />
}

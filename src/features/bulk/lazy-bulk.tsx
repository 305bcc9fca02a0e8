import { type ComponentType, useEffect } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Row } from '#/dataset/model/row.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import type { DatasetColumns } from '#/dataset/rows/use-columns.ts'
import { isUnderWay } from '#/lib/batch-job/batch-job.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useDelayedPreload } from '#/ui/use-delayed-preload.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { useBulkControl, useBulkJob } from './use-bulk-job.ts'

/** The actions on the selected submissions. */
export const LazyBulkActions = lazyPart(async () => (await import('./BulkActions.tsx')).BulkActions, {
  namespaces: ['bulk'],
})
const BulkJobBar = lazyPart(async () => (await import('./BulkJobBar.tsx')).BulkJobBar, { namespaces: ['bulk'] })

export interface BulkActionsProps {
  asset: Asset
  filter: RowFilter
  /** The number of submissions that match the filter; `null` while it loads. */
  count: number | null
  /** The loaded rows: those of this page. */
  rows: readonly Row[]
  columns: DatasetColumns
  /** Offers an export of the submissions before they are deleted. */
  exportOffer: ComponentType<ExportOfferProps>
}

interface ExportOfferProps {
  ids: ReadonlySet<number>
  /** Label of the button that starts the export. */
  label: string
}

/** The current or last bulk job of a project. Leaving the page stops a running job, after a confirmation. */
export function BulkBar({ assetUid }: { assetUid: string }) {
  useDelayedPreload(LazyBulkActions.preload)
  useDelayedPreload(BulkJobBar.preload)
  const job = useBulkJob(assetUid)
  const { stop } = useBulkControl(assetUid)
  useUnsaved(job !== null && isUnderWay(job))
  useEffect(() => stop, [stop])
  return job && <BulkJobBar assetUid={assetUid} job={job} />
}

import { type ComponentType, type ReactNode, useEffect } from 'react'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { SubmissionFilter } from '#/dataset/query/filter.ts'
import type { ViewColumns } from '#/dataset/rows/use-columns.ts'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { useLoadSoon } from '#/ui/use-load-soon.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { isUnderWay } from './bulk-job.ts'
import classes from './lazy-bulk.module.css'
import { useBulkControl, useBulkJob } from './use-bulk-job.ts'

/** What can be done to the selection. */
export const LazyBulkActions = lazyPart(async () => (await import('./BulkActions.tsx')).BulkActions, {
  words: ['bulk'],
})
const BulkJobBar = lazyPart(async () => (await import('./BulkJobBar.tsx')).BulkJobBar, { words: ['bulk'] })

export interface BulkActionsProps {
  asset: Asset
  filter: SubmissionFilter
  /** How many the filter finds; `null` until it is known. */
  count: number | null
  columns: ViewColumns
  /** Offers rows as a file before they are deleted. */
  exportOffer: ComponentType<ExportOfferProps>
}

interface ExportOfferProps {
  asset: Asset
  ids: ReadonlySet<number>
  /** Of the button that begins. */
  label: string
}

/** What is being done to many submissions, or was done last. Leaving the page stops it, and is asked about. */
export function BulkBar({ assetUid }: { assetUid: string }) {
  useLoadSoon(LazyBulkActions.preload)
  useLoadSoon(BulkJobBar.preload)
  const job = useBulkJob(assetUid)
  const { stop } = useBulkControl(assetUid)
  useUnsaved(job !== null && isUnderWay(job))
  useEffect(() => () => void stop(), [stop])
  return job && <BulkJobBar assetUid={assetUid} job={job} />
}

/** What stands below the rows. On a phone all of it stays in sight; while some are selected that takes the footer's place. */
export const Foot = ({ children }: { children: ReactNode }) => <div className={classes.foot}>{children}</div>

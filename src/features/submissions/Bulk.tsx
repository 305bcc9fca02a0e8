import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { Asset } from '#/api/assets/schema.ts'
import type { SubmissionFilter } from '#/api/submissions/filter/filter.ts'
import { i18n } from '#/i18n/i18n.ts'
import { useLoadSoon } from '#/ui/use-load-soon.ts'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { isUnderWay } from './bulk-job.ts'
import classes from './Bulk.module.css'
import { useBulkControl, useBulkJob } from './use-bulk-job.ts'
import type { ViewColumns } from './use-columns.ts'

const loadActions = async () => {
  const [{ BulkActions: actions }] = await Promise.all([import('./BulkActions.tsx'), i18n.loadNamespaces('bulk')])
  return { default: actions }
}
const Actions = lazy(loadActions)
const loadJobBar = async () => ({ default: (await import('./BulkJobBar.tsx')).BulkJobBar })
const JobBar = lazy(loadJobBar)

export interface BulkActionsProps {
  asset: Asset
  filter: SubmissionFilter
  /** How many the filter finds; `null` until it is known. */
  count: number | null
  columns: ViewColumns
}

/** What can be done to the selection. */
export const BulkActions = (props: BulkActionsProps) => (
  <Suspense>
    <Actions {...props} />
  </Suspense>
)

/** What is being done to many submissions, or was done last. Leaving the page stops it, and is asked about. */
export function BulkBar({ assetUid }: { assetUid: string }) {
  useLoadSoon(loadActions)
  useLoadSoon(loadJobBar)
  const job = useBulkJob(assetUid)
  const { stop } = useBulkControl(assetUid)
  useUnsaved(job !== null && isUnderWay(job))
  useEffect(() => () => void stop(), [stop])
  return (
    job && (
      <Suspense>
        <JobBar assetUid={assetUid} job={job} />
      </Suspense>
    )
  )
}

/** What stands below the rows. On a phone all of it stays in sight; while some are selected that takes the footer's place. */
export const Foot = ({ children }: { children: ReactNode }) => <div className={classes.foot}>{children}</div>

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { isFullyLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { comeBackAt } from '#/api/next-try.ts'
import { RowLoader } from '#/dataset/answers/RowLoader.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { type FormOfProject, useColumnsOfOne } from '#/dataset/rows/use-version-columns.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { PageLink } from './PageLink.tsx'
import { SubmissionPanel } from './SubmissionPanel.tsx'
import type { Step } from './use-adjacent-rows.ts'

const PanelContent = lazyPart(async () => (await import('./PanelContent.tsx')).PanelContent, {
  fallback: <RowLoader />,
})

interface PanelSubmissionProps {
  asset: FormOfProject
  id: number
  /** The rows of the page; the submission need not be among them. `null` while they are on their way. */
  rows: readonly Submission[] | null
  /** The column that names each submission. */
  titleColumn: SubmissionColumn | undefined
  canValidate: boolean
  isPhone: boolean
  takesFocus: boolean
  step: Step
  onClose: () => void
}

/** The submission that the address names, from the page of the table, else asked for by itself. */
export function PanelSubmission(props: PanelSubmissionProps) {
  const { asset, id, rows, titleColumn, canValidate, isPhone, takesFocus, step, onClose } = props
  const row = rows?.find(({ _id }) => _id === id)
  // The table asks for the columns in sight only.
  const onPage = row && isFullyLoaded(row) ? row : undefined
  // Known from the page that was left, so that the panel stays as it is.
  const [known, setKnown] = useState(onPage)
  if (onPage && onPage !== known) setKnown(onPage)
  const one = useQuery({ ...submissionQueries.one(asset.uid, id), enabled: rows !== null && !onPage })
  const submission = onPage ?? one.data ?? (known?._id === id && !one.isError ? known : undefined)
  const [body, setBody] = useState<HTMLElement | null>(null)
  useEffect(() => {
    body?.scrollTo({ top: 0 }) // returns a promise in newer browsers
  }, [body, id])
  const title = useRowTitle(submission ?? row ?? { _id: id }, titleColumn)
  const columns = useColumnsOfOne(asset, submission)
  return (
    <SubmissionPanel
      title={title}
      isPhone={isPhone}
      takesFocus={takesFocus}
      onPrevious={step(-1)}
      onNext={step(1)}
      onClose={onClose}
      toPage={<PageLink id={id} rows={rows} />}
      body={setBody}
    >
      {submission ? (
        <PanelContent
          asset={asset}
          submission={submission}
          title={title}
          columns={columns}
          canValidate={canValidate}
          scroller={body}
        />
      ) : one.isError ? (
        <OpeningFailed error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <RowLoader />
      )}
    </SubmissionPanel>
  )
}

function OpeningFailed({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { t } = useDisplay()
  if (error.kind !== 'not-found')
    return <ErrorPanel kind={error.kind} words={error.message} onRetry={onRetry} retryAt={comeBackAt(error)} />
  return <ErrorPanel kind="not-found" title={t('panel.gone')} explanation={t('panel.goneText')} words={error.message} />
}

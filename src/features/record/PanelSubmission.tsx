import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { throttledUntil } from '#/api/next-retry.ts'
import { RowLoader } from '#/dataset/answers/RowLoader.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { useColumnsOfRow } from '#/dataset/rows/use-version-columns.ts'
import { useAnswerEditing } from '#/features/record/edit/use-answer-editing.ts'
import { isFullyLoaded } from '#/lib/loaded-fields.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { lazyPart } from '#/ui/lazy-part.tsx'
import { PageLink } from './PageLink.tsx'
import { SubmissionPanel } from './SubmissionPanel.tsx'
import type { Step } from './use-adjacent-rows.ts'

const PanelContent = lazyPart(async () => (await import('./PanelContent.tsx')).PanelContent, {
  namespaces: ['submission'],
  fallback: <RowLoader />,
})

/** An answer to edit. */
export interface EditRequest {
  id: number
  path: string
}

interface PanelSubmissionProps {
  asset: Asset
  id: number
  /** The rows of the page, with or without this one; `null` while they load. */
  rows: readonly Row[] | null
  /** Whether the rows could not be loaded. A submission that is shown already stays. */
  hasFailed: boolean
  /** Opens the editor of an answer. */
  editRequest: EditRequest | null
  /** The editor that `editRequest` has opened was closed. */
  onEditEnd: () => void
  /** The column whose answer is the title of a submission. */
  titleColumn: DataColumn | undefined
  isPhone: boolean
  takesFocus: boolean
  step: Step
  onClose: () => void
}

/** The submission that the address names: a row of the page if it is fully loaded, else loaded by itself. */
export function PanelSubmission(props: PanelSubmissionProps) {
  const { asset, id, rows, hasFailed, editRequest, onEditEnd, titleColumn, isPhone, takesFocus, step, onClose } = props
  const row = rows?.find(({ _id }) => _id === id)
  const pageRow = row && isFullyLoaded(row) ? row : undefined
  // The last row from a page: the panel keeps showing it when the table moves to another page.
  const [lastPageRow, setLastPageRow] = useState(pageRow)
  if (pageRow && pageRow !== lastPageRow) setLastPageRow(pageRow)
  const source = useRowSource()
  const one = useQuery({ ...source.one(id), enabled: rows !== null && !pageRow })
  const submission = pageRow ?? one.data ?? (lastPageRow?._id === id && !one.isError ? lastPageRow : undefined)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const container = useRef<HTMLElement | null>(null)
  const bodyRef = useCallback((element: HTMLElement | null) => {
    container.current = element
    setBody(element)
  }, [])
  useEffect(() => {
    body?.scrollTo({ top: 0 }) // returns a promise in newer browsers
  }, [body, id])
  const title = useRowTitle(submission ?? row ?? { _id: id }, titleColumn)
  const columns = useColumnsOfRow(source, submission)

  const request = editRequest?.id === id ? editRequest : null
  const onEnd = useCallback(
    (path: string) => {
      const isRequested = request?.path === path
      if (isRequested) onEditEnd()
      return isRequested
    },
    [request, onEditEnd],
  )
  const answerEditing = useAnswerEditing({
    asset,
    id,
    submission: submission && isKpiSubmission(submission) ? submission : undefined,
    container,
    param: 'submission',
    onEnd,
  })
  const canEdit = source.can.write && answerEditing.buttons.canEdit
  const readyRequest = canEdit && answerEditing.editing ? request : null
  const openEditor = useEffectEvent(({ path }: EditRequest) => answerEditing.buttons.onOpen(path))
  useEffect(() => {
    if (readyRequest) openEditor(readyRequest)
  }, [readyRequest])

  if (hasFailed && !submission) return null
  return (
    <SubmissionPanel
      title={title}
      isPhone={isPhone}
      takesFocus={takesFocus}
      onPrevious={step(-1)}
      onNext={step(1)}
      onClose={onClose}
      pageLink={<PageLink id={id} rows={rows} />}
      body={bodyRef}
    >
      {submission ? (
        <PanelContent
          row={submission}
          title={title}
          columns={columns}
          answerEditing={canEdit ? answerEditing : null}
          scroller={body}
        />
      ) : one.isError ? (
        <LoadError error={one.error} onRetry={() => void one.refetch()} />
      ) : (
        <RowLoader />
      )}
    </SubmissionPanel>
  )
}

const isKpiSubmission = (row: Row): row is Submission => typeof row['_uuid'] === 'string'

function LoadError({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const { t } = useDisplay()
  if (error.kind !== 'not-found')
    return <ErrorPanel kind={error.kind} message={error.message} onRetry={onRetry} retryAt={throttledUntil(error)} />
  return (
    <ErrorPanel kind="not-found" title={t('panel.gone')} explanation={t('panel.goneText')} message={error.message} />
  )
}

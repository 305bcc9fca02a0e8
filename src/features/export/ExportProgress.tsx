import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { throttledUntil } from '#/api/next-retry.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { DialogActions } from '#/ui/dialogs/Dialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ExportDialog.module.css'
import { ExportSummary } from './ExportSummary.tsx'
import type { ExportFormat } from './export-job.ts'
import type { ExportRunProgress } from './export-run.ts'
import type { ExportState } from './use-export.ts'

interface ExportProgressProps {
  state: Exclude<ExportState, { stage: 'idle' }>
  format: ExportFormat
  /** The number of rows when the export started. */
  expectedCount: number
  onResume: () => void
  onCancel: () => void
  onSaveAgain: () => void
  onClose: () => void
}

/** The progress of an export, then its result or error. */
export function ExportProgress({
  state,
  format,
  expectedCount,
  onResume,
  onCancel,
  onSaveAgain,
  onClose,
}: ExportProgressProps) {
  const { t } = useTranslation(['exporting', 'common'])
  const { number } = useFormat()
  const region = useRef<HTMLDivElement>(null)
  // The button that had the focus is gone: the focus moves to this region.
  useEffect(() => region.current?.focus(), [state.stage])

  return (
    <div className={classes.form} ref={region} tabIndex={-1}>
      {state.stage === 'running' && <ExportProgressBar progress={state.progress} />}
      <ExportFault state={state} of={number(expectedCount)} onResume={onResume} />
      {state.stage === 'done' && (
        <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('exporting:done.title')}>
          <ExportSummary outcome={state.outcome} name={state.name} format={format} expectedCount={expectedCount} />
        </Note>
      )}
      <DialogActions>
        {state.stage === 'done' ? (
          <>
            <Button variant="default" onClick={onClose}>
              {t('common:action.close')}
            </Button>
            <Button variant="default" onClick={onSaveAgain}>
              {t('exporting:done.saveAgain')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={onCancel}>
            {t(state.stage === 'failed' ? 'exporting:failed.changeSettings' : 'exporting:cancel')}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}

interface ExportFaultProps {
  state: ExportState
  /** The number of rows when the export started, formatted. */
  of: string
  onResume: () => void
}

/** Why the export stopped or failed. */
export function ExportFault({ state, of, onResume }: ExportFaultProps) {
  const { t } = useTranslation('exporting')
  if (state.stage === 'failed') {
    return (
      <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('failed.title')}>
        <p>{t(state.reason === 'tooLarge' ? 'failed.tooLarge' : 'failed.broken')}</p>
      </Note>
    )
  }
  if (state.stage !== 'stopped') return null
  const { error, progress } = state
  return (
    <ErrorPanel
      kind={error.kind}
      title={t('stopped.title')}
      explanation={t('stopped.text', { count: progress.done, of })}
      message={error.message}
      retryAt={throttledUntil(error)}
      onRetry={onResume}
    />
  )
}

/** The progress of a running export. */
export function ExportProgressBar({ progress: { phase, done, total } }: { progress: ExportRunProgress }) {
  const { t } = useTranslation('exporting')
  const { number } = useFormat()
  const text = total === null ? t('running.start') : t(`running.${phase}`, { done: number(done), of: number(total) })
  return (
    <>
      <p className={classes.text}>{text}</p>
      <Progress value={total ? (100 * done) / total : 0} aria-label={t('running.label')} aria-valuetext={text} />
    </>
  )
}

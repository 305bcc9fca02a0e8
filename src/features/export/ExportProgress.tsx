import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { comeBackAt } from '#/api/next-try.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { DialogActions } from '#/ui/Dialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ExportDialog.module.css'
import { ExportSummary } from './ExportSummary.tsx'
import type { ExportFormat } from './export-job.ts'
import type { ExportRunProgress } from './export-run.ts'
import type { ExportState } from './use-export.ts'

interface ExportProgressProps {
  state: Exclude<ExportState, { stage: 'asking' }>
  format: ExportFormat
  /** How many were to be in the file. */
  expected: number
  onGoOn: () => void
  onCancel: () => void
  onSaveAgain: () => void
  onClose: () => void
}

/** How far the file is, and what became of it. */
export function ExportProgress({
  state,
  format,
  expected,
  onGoOn,
  onCancel,
  onSaveAgain,
  onClose,
}: ExportProgressProps) {
  const { t } = useTranslation(['exporting', 'common'])
  const { number } = useFormat()
  const stage = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; the keyboard stays here.
  useEffect(() => stage.current?.focus(), [state.stage])

  return (
    <div className={classes.form} ref={stage} tabIndex={-1}>
      {state.stage === 'running' && <ExportProgressBar progress={state.progress} />}
      <ExportFault state={state} of={number(expected)} onGoOn={onGoOn} />
      {state.stage === 'done' && (
        <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('exporting:done.title')}>
          <ExportSummary outcome={state.outcome} name={state.name} format={format} expected={expected} />
        </Note>
      )}
      <DialogActions>
        {state.stage === 'done' ? (
          <>
            <Button variant="default" onClick={onSaveAgain}>
              {t('exporting:done.again')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </>
        ) : (
          <Button variant="default" onClick={onCancel}>
            {t(state.stage === 'failed' ? 'exporting:failed.back' : 'exporting:cancel')}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}

interface ExportFaultProps {
  state: ExportState
  /** How many were to be in the file. */
  of: string
  onGoOn: () => void
}

/** Why there is no file yet, and what is kept. */
export function ExportFault({ state, of, onGoOn }: ExportFaultProps) {
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
      words={error.message}
      retryAt={comeBackAt(error)}
      onRetry={onGoOn}
    />
  )
}

/** How far it is. */
export function ExportProgressBar({ progress: { phase, done, of } }: { progress: ExportRunProgress }) {
  const { t } = useTranslation('exporting')
  const { number } = useFormat()
  const text = of === null ? t('running.start') : t(`running.${phase}`, { done: number(done), of: number(of) })
  return (
    <>
      <p className={classes.text}>{text}</p>
      <Progress value={of ? (100 * done) / of : 0} aria-label={t('running.label')} aria-valuetext={text} />
    </>
  )
}

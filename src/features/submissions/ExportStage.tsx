import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { comeBackAt } from '#/api/read-again.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/ErrorPanel.tsx'
import { Note } from '#/ui/Note.tsx'
import classes from './ExportDialog.module.css'
import type { ExportFormat } from './export-job.ts'
import type { ExportProgress } from './export-run.ts'
import { ExportTold } from './ExportTold.tsx'
import type { ExportState } from './use-export.ts'

interface ExportStageProps {
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
export function ExportStage({ state, format, expected, onGoOn, onCancel, onSaveAgain, onClose }: ExportStageProps) {
  const { t } = useTranslation(['exporting', 'common'])
  const { number } = useFormat()
  const stage = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; the keyboard stays here.
  useEffect(() => stage.current?.focus(), [state.stage])

  return (
    <div className={classes.form} ref={stage} tabIndex={-1}>
      {state.stage === 'running' && <Running progress={state.progress} />}
      {state.stage === 'stopped' && (
        <>
          <ErrorPanel
            kind={state.error.kind}
            title={t('exporting:stopped.title')}
            explanation={t('exporting:stopped.text', {
              count: state.progress.done,
              of: number(state.progress.of ?? expected),
            })}
            words={state.error.message}
            retryAt={comeBackAt(state.error)}
            onRetry={onGoOn}
          />
        </>
      )}
      {state.stage === 'failed' && (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('exporting:failed.title')}>
          <p>{t(state.reason === 'tooLarge' ? 'exporting:failed.tooLarge' : 'exporting:failed.broken')}</p>
        </Note>
      )}
      {state.stage === 'done' && (
        <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('exporting:done.title')}>
          <ExportTold outcome={state.outcome} name={state.name} format={format} expected={expected} />
        </Note>
      )}
      <div className={classes.actions}>
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
      </div>
    </div>
  )
}

function Running({ progress: { phase, done, of } }: { progress: ExportProgress }) {
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

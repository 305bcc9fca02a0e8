import { Button, FileButton, Progress } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '#/features/access-review/model/review.ts'
import type { RequestedAccess } from '#/features/access-review/plan/plan.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { FileReport } from './FileReport.tsx'
import classes from './spreadsheet.module.css'
import { useAccessFile } from './use-access-file.ts'
import { useHeading } from './use-table-texts.ts'

interface ImportAccessDialogProps {
  review: Review
  onRequest: (requested: readonly RequestedAccess[]) => void
  onClose: () => void
}

/** Extensions and MIME types, since phones only know the latter. Other files can still be chosen; their content is checked. */
const ACCEPT = [
  '.xlsx',
  '.xls',
  '.csv',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
].join(',')

/** Reads an edited file of access: what it would change is added to the plan. Nothing is written. */
export function ImportAccessDialog({ review, onRequest, onClose }: ImportAccessDialogProps) {
  const { t } = useTranslation(['access', 'common'])
  const format = useFormat()
  const headingOf = useHeading()
  const reset = useRef<() => void>(null)
  const [isOver, setIsOver] = useState(false)
  const { state, open, retry, cancel } = useAccessFile(review)
  const isBusy = state.stage === 'reading' || state.stage === 'checking'

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file) open(file)
  }
  const plan = state.stage === 'ready' ? state.plan : null

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('access:import.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.body}>
        <div
          className={classes.drop}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={onDrop}
        >
          <IconFileSpreadsheet size={24} stroke={1.5} aria-hidden />
          <span>{t('access:import.drop')}</span>
          <FileButton
            accept={ACCEPT}
            resetRef={reset}
            onChange={(file) => {
              reset.current?.()
              if (file) open(file)
            }}
          >
            {({ onClick }) => (
              <Button variant="default" disabled={isBusy} onClick={onClick}>
                {t(state.stage === 'idle' ? 'access:import.choose' : 'access:import.chooseOther')}
              </Button>
            )}
          </FileButton>
        </div>
        {state.stage === 'idle' && (
          <ul className={classes.rules}>
            <li>{t('access:import.rule.absent')}</li>
            <li>{t('access:import.rule.blank')}</li>
            <li>{t('access:import.rule.newRole', { column: headingOf('newRole') })}</li>
            <li>{t('access:import.rule.nothing')}</li>
          </ul>
        )}
        {isBusy && (
          <div role="status">
            <p>
              {state.stage === 'reading'
                ? t('access:import.reading', { file: state.name })
                : t('access:import.checking', { done: format.number(state.done), total: format.number(state.total) })}
            </p>
            <Progress
              aria-label={t('access:import.progress')}
              value={state.stage === 'checking' ? (100 * state.done) / Math.max(1, state.total) : 0}
            />
          </div>
        )}
        {state.stage === 'notATable' && (
          <p role="alert" className={classes.error}>
            {t(state.kind === 'too-large' ? 'access:import.tooLarge' : 'access:import.notATable', { file: state.name })}
          </p>
        )}
        {state.stage === 'noColumns' && (
          <p role="alert" className={classes.error}>
            {t('access:import.noColumns', { file: state.name, columns: format.list(state.missing.map(headingOf)) })}
          </p>
        )}
        {state.stage === 'failed' && (
          <ErrorPanel
            kind={state.error.kind}
            title={t('access:import.failed')}
            message={state.error.message}
            onRetry={retry}
          />
        )}
        {state.stage === 'ready' && <FileReport file={state.name} plan={state.plan} rows={state.rows} />}
      </div>
      <DialogActions>
        {isBusy ? (
          <Button variant="default" onClick={cancel}>
            {t('common:action.cancel')}
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            {t(plan && plan.requested.length === 0 ? 'common:action.close' : 'common:action.cancel')}
          </Button>
        )}
        {plan && plan.requested.length > 0 && (
          <Button
            onClick={() => {
              onRequest(plan.requested)
              onClose()
            }}
          >
            {plan.problems.length > 0
              ? t('access:import.confirmWithout', {
                  count: plan.requested.length,
                  rows: t('access:import.rows', { count: plan.problems.length }),
                })
              : t('access:everywhere.confirm', { count: plan.requested.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

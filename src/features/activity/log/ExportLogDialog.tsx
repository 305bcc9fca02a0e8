import { Button, Progress, Radio } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { useLocale } from '#/i18n/use-locale.ts'
import { csvDialectOf } from '#/lib/spreadsheet/csv.ts'
import { Dialog, DialogActions } from '#/ui/dialogs/Dialog.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './Log.module.css'
import { type LogExport, type LogExportState, useLogExport } from './use-log-export.ts'
import type { LogFileFormat } from './write-log.ts'

/** Asks for the format, then loads and saves all entries of a log. */
export function ExportLogDialog<Row>({ onClose, ...log }: LogExport<Row> & { onClose: () => void }) {
  const { t } = useTranslation(['activity', 'common'])
  const locale = useLocale()
  const [format, setFormat] = useState<LogFileFormat>('xlsx')
  const { state, start, stop } = useLogExport(log, csvDialectOf(locale))
  const isRunning = state.stage === 'running'
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('activity:export.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={classes.dialog}>
        <Radio.Group
          label={t('activity:export.format')}
          value={format}
          onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
        >
          <div className={classes.choices}>
            <Radio value="xlsx" disabled={isRunning} label={t('activity:export.xlsx')} />
            <Radio value="csv" disabled={isRunning} label={t('activity:export.csv')} />
          </div>
        </Radio.Group>
        {state.stage === 'idle' && <p>{t('activity:export.rows', { count: log.count })}</p>}
        <Outcome state={state} />
      </div>
      <DialogActions>
        <Button variant="default" onClick={isRunning ? stop : onClose}>
          {t(isRunning ? 'activity:export.stop' : 'common:action.close')}
        </Button>
        <Button
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          loading={isRunning}
          onClick={() => void start(format)}
        >
          {t('activity:export.start')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Outcome({ state }: { state: LogExportState }) {
  const { t } = useTranslation('activity')
  const format = useFormat()
  switch (state.stage) {
    case 'idle':
      return null
    case 'running': {
      const { done, total } = state
      const text = t('export.progress', { done: format.number(done), total: format.number(total) })
      return (
        <>
          <p role="status">{text}</p>
          <Progress
            value={(100 * done) / Math.max(1, total)}
            aria-label={t('export.progressLabel')}
            aria-valuetext={text}
          />
        </>
      )
    }
    case 'failed':
      return (
        <ErrorPanel
          kind={state.error.kind}
          title={t('export.failed')}
          explanation={t('export.failedText')}
          message={state.error.message}
        />
      )
    case 'too-large':
      return (
        <Note hue="brick" icon={IconAlertTriangle} role="alert" title={t('export.failed')}>
          <p>{t('export.tooLarge')}</p>
        </Note>
      )
    case 'done':
      return (
        <Note
          hue="petrol"
          icon={IconCircleCheck}
          role="status"
          title={t('export.done', { count: state.rows, name: state.name })}
        >
          {state.unreadable > 0 && <p>{t('export.unreadable', { count: state.unreadable })}</p>}
          {state.truncated > 0 && <p>{t('export.truncated', { count: state.truncated })}</p>}
        </Note>
      )
  }
}

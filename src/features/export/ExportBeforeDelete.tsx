import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { type AnswerColumn, columnsOf } from '#/dataset/model/columns.ts'
import { useRowSource } from '#/dataset/provider/row-source.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { languageOf } from '#/i18n/languages.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { csvDialectOf } from '#/lib/spreadsheet/csv.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ExportDialog.module.css'
import { ExportFault, ExportProgressBar } from './ExportProgress.tsx'
import { ExportSummary } from './ExportSummary.tsx'
import { useExport } from './use-export.ts'

const MEDIA = new Set<AnswerColumn['kind']>(['photo', 'audio', 'video', 'file'])

interface ExportBeforeDeleteProps {
  /** `null`: all. */
  ids: ReadonlySet<number> | null
  /** How many that are, where `ids` does not tell. */
  count?: number
  /** Label of the button that starts the export. */
  label: string
  /** Whether it starts without a click: the person has asked for it already. */
  startsAtOnce?: boolean
}

/** Offers an export of submissions, with all their answers, before they are deleted. */
export function ExportBeforeDelete({
  ids,
  count = ids?.size ?? 0,
  label,
  startsAtOnce = false,
}: ExportBeforeDeleteProps) {
  const { t, i18n } = useTranslation(['exporting', 'submissions'])
  const { number } = useFormat()
  const display = useDisplay()
  const { language } = display
  const source = useRowSource()
  const formColumns = columnsOf(source.form)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const view = { source, filter: NO_FILTER, sort: null, visibleColumns: [], formColumns }
  const { state, start, resume, cancel } = useExport(view, { t, timeZone, display })
  const onStart = () =>
    start({
      format: 'xlsx',
      ids,
      columns: 'all',
      language,
      groupNames: false,
      choiceColumns: false,
      metadata: true,
      csv: csvDialectOf(languageOf(i18n.language).locale),
      geometry: '',
    })

  const onOpen = useEffectEvent(() => {
    if (startsAtOnce && state.stage === 'idle') onStart()
  })
  useEffect(() => onOpen(), [])

  // The button that had the focus is gone: the focus moves to this region.
  const region = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.stage !== 'idle') region.current?.focus()
  }, [state.stage])

  return (
    <div className={classes.form} ref={region} tabIndex={-1}>
      {(state.stage === 'idle' || state.stage === 'failed') && (
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={onStart}>
          {label}
        </Button>
      )}
      {state.stage === 'running' && <ExportProgressBar progress={state.progress} />}
      <ExportFault state={state} of={number(count)} onResume={resume} />
      {(state.stage === 'running' || state.stage === 'stopped') && (
        <Button variant="default" onClick={cancel}>
          {t('cancel')}
        </Button>
      )}
      {state.stage === 'done' && (
        <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('done.title')}>
          <ExportSummary outcome={state.outcome} name={state.name} format="xlsx" expectedCount={count} />
          {formColumns.some(({ kind }) => MEDIA.has(kind)) && <p>{t('note.media')}</p>}
        </Note>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { AnswerColumn } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { NO_FILTER } from '#/dataset/query/filter.ts'
import { languageOf } from '#/i18n/languages.ts'
import { useFormat } from '#/i18n/use-format.ts'
import { csvStyleOf } from '#/lib/spreadsheet/csv.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import classes from './ExportDialog.module.css'
import { ExportFault, ExportProgressBar } from './ExportProgress.tsx'
import { ExportSummary } from './ExportSummary.tsx'
import { useExport } from './use-export.ts'

const MEDIA = new Set<AnswerColumn['kind']>(['photo', 'audio', 'video', 'file'])

interface ExportBeforeDeleteProps {
  asset: Asset
  ids: ReadonlySet<number>
  /** Of the button that begins. */
  label: string
}

/** Offers these submissions, with all their answers, as a file before something is done to them. */
export function ExportBeforeDelete({ asset, ids, label }: ExportBeforeDeleteProps) {
  const { t, i18n } = useTranslation(['exporting', 'submissions'])
  const { number } = useFormat()
  const { language } = useDisplay()
  const form = columnsOf(asset.content)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const source = { asset, filter: NO_FILTER, sort: null, shown: [], form }
  const { state, begin, goOn, cancel } = useExport(source, { t, timeZone })
  const start = () =>
    begin({
      format: 'xlsx',
      ids,
      columns: 'all',
      language,
      groups: false,
      eachChoice: false,
      metadata: true,
      csv: csvStyleOf(languageOf(i18n.language).locale),
      place: '',
    })

  // The button that was pressed is gone; the keyboard stays here.
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.stage !== 'asking') place.current?.focus()
  }, [state.stage])

  return (
    <div className={classes.form} ref={place} tabIndex={-1}>
      {(state.stage === 'asking' || state.stage === 'failed') && (
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={start}>
          {label}
        </Button>
      )}
      {state.stage === 'running' && <ExportProgressBar progress={state.progress} />}
      <ExportFault state={state} of={number(ids.size)} onGoOn={goOn} />
      {(state.stage === 'running' || state.stage === 'stopped') && (
        <Button variant="default" onClick={cancel}>
          {t('cancel')}
        </Button>
      )}
      {state.stage === 'done' && (
        <Note hue="petrol" icon={IconCircleCheck} role="status" title={t('done.title')}>
          <ExportSummary outcome={state.outcome} name={state.name} format="xlsx" expected={ids.size} />
          {form.some(({ kind }) => MEDIA.has(kind)) && <p>{t('note.media')}</p>}
        </Note>
      )}
    </div>
  )
}

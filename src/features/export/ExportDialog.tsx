import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useSelection } from '#/dataset/selection/selection.ts'
import { languageOf } from '#/i18n/languages.ts'
import { csvDialectOf } from '#/lib/spreadsheet/csv.ts'
import { Dialog } from '#/ui/dialogs/Dialog.tsx'
import { ExportForm } from './ExportForm.tsx'
import { ExportProgress } from './ExportProgress.tsx'
import { countOf, type ExportOptions, type ExportView, type ServerExportLink } from './export-request.ts'
import { useExport } from './use-export.ts'

interface ExportDialogProps extends ExportView {
  count: number
  total: number | null
  serverLink: ServerExportLink
  onClose: () => void
}

/** The dialog for an export: first its options, then its progress and result. */
export function ExportDialog({ count, total, serverLink, onClose, ...view }: ExportDialogProps) {
  const { t, i18n } = useTranslation(['exporting', 'submissions'])
  const display = useDisplay()
  const { language } = display
  const { ids } = useSelection()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { state, start, resume, cancel, saveAgain } = useExport(view, { t, timeZone, display })
  const [options, setOptions] = useState<ExportOptions>({
    format: 'xlsx',
    ids: ids.size > 0 ? ids : null,
    columns: 'visible',
    language,
    groupNames: false,
    choiceColumns: false,
    metadata: true,
    csv: csvDialectOf(languageOf(i18n.language).locale),
    geometry: geometryColumnsOf(view)[0]?.id ?? '',
  })
  const isBusy = state.stage === 'running' || state.stage === 'stopped'

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      // A running export is only cancelled by its own button.
      closeOnClickOutside={!isBusy}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {state.stage === 'idle' ? (
        <ExportForm
          {...view}
          count={count}
          total={total}
          selectedIds={ids}
          geometryColumns={geometryColumnsOf(view)}
          timeZone={timeZone}
          options={options}
          serverLink={serverLink}
          onOptions={setOptions}
          onStart={() => start(options)}
          onClose={onClose}
        />
      ) : (
        <ExportProgress
          state={state}
          format={options.format}
          expectedCount={countOf(options, { count, total })}
          onResume={resume}
          onCancel={cancel}
          onSaveAgain={saveAgain}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

const geometryColumnsOf = ({ formColumns }: ExportView) =>
  formColumns
    .filter((column) => column.source === 'question')
    .filter(({ kind }) => kind === 'point' || kind === 'shape')

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useSelection } from '#/dataset/selection/selection.ts'
import { languageOf } from '#/i18n/languages.ts'
import { csvStyleOf } from '#/lib/spreadsheet/csv.ts'
import { Dialog } from '#/ui/Dialog.tsx'
import { ExportForm } from './ExportForm.tsx'
import { ExportProgress } from './ExportProgress.tsx'
import type { ExportOptions, ExportSource } from './export-request.ts'
import { useExport } from './use-export.ts'

interface ExportDialogProps extends ExportSource {
  count: number
  onClose: () => void
}

/** Asks what is to be in the file, makes it, and says what became of it. */
export function ExportDialog({ count, onClose, ...source }: ExportDialogProps) {
  const { t, i18n } = useTranslation(['exporting', 'submissions'])
  const { language } = useDisplay()
  const { ids } = useSelection()
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { state, begin, goOn, cancel, saveAgain } = useExport(source, { t, timeZone })
  const [options, setOptions] = useState<ExportOptions>({
    format: 'xlsx',
    ids: ids.size > 0 ? ids : null,
    columns: 'shown',
    language,
    groups: false,
    eachChoice: false,
    metadata: true,
    csv: csvStyleOf(languageOf(i18n.language).locale),
    place: placesOf(source)[0]?.id ?? '',
  })
  const isBusy = state.stage === 'running' || state.stage === 'stopped'

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      // What is under way is given up by its own button only.
      closeOnClickOutside={!isBusy}
      closeOnEscape={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {state.stage === 'asking' ? (
        <ExportForm
          {...source}
          count={count}
          chosen={ids}
          places={placesOf(source)}
          timeZone={timeZone}
          options={options}
          onOptions={setOptions}
          onBegin={() => begin(options)}
          onClose={onClose}
        />
      ) : (
        <ExportProgress
          state={state}
          format={options.format}
          expected={options.ids?.size ?? count}
          onGoOn={goOn}
          onCancel={cancel}
          onSaveAgain={saveAgain}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

const placesOf = ({ form }: ExportSource) =>
  form.filter((column) => column.source === 'question').filter(({ kind }) => kind === 'place' || kind === 'shape')

import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { sortKey } from '#/dataset/model/sort.ts'
import classes from './ExportDialog.module.css'
import type { ExportOptions, ExportSource } from './export-request.ts'

interface ExportNotesProps extends ExportSource {
  timeZone: string
  options: ExportOptions
}

/** What is to be known of the file, before it is made. */
export function ExportNotes({ shown, form, sort, timeZone, options }: ExportNotesProps) {
  const { t } = useTranslation('exporting')
  const reading = useDisplay()
  const columns: readonly SubmissionColumn[] = options.columns === 'all' ? form : shown
  const sorted = sort && [...shown, ...form].find((column) => sortKey(column) === sort.field)
  const isRaw = options.language === null
  const has = (kinds: readonly SubmissionColumn['kind'][]) => columns.some(({ kind }) => kinds.includes(kind))
  const hasTimes = options.metadata || has(['submitted', 'dateTime'])
  return (
    <ul className={classes.notes}>
      <li>
        {sorted ? (
          <>
            {t(sort.descending ? 'note.sortedDown' : 'note.sortedUp')} <bdi>{columnName(sorted, reading)}</bdi>
          </>
        ) : (
          t('note.newestFirst')
        )}
      </li>
      {hasTimes && <li>{isRaw ? t('note.rawTimes') : t('note.times', { zone: timeZone })}</li>}
      {has(['repeat']) && <li>{t(repeatNote(options))}</li>}
      {has(['photo', 'audio', 'video', 'file']) && <li>{t('note.media')}</li>}
      {options.format === 'csv' && <li>{t('note.formulas')}</li>}
      {options.format === 'geojson' && <li>{t('note.places')}</li>}
    </ul>
  )
}

const repeatNote = ({ format, language }: ExportOptions) =>
  format === 'xlsx' ? 'note.repeatSheets' : language === null ? 'note.repeatJson' : 'note.repeatCount'

import { useTranslation } from 'react-i18next'
import { columnName } from '#/dataset/answers/ColumnLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import { sortKey } from '#/dataset/model/sort.ts'
import { useTimeZone } from '#/i18n/use-time-zone.ts'
import { isolate } from '#/lib/bidi.ts'
import classes from './ExportDialog.module.css'
import type { ExportOptions, ExportView } from './export-request.ts'

interface ExportNotesProps extends ExportView {
  options: ExportOptions
}

/** Notes on what the file will contain. */
export function ExportNotes({ visibleColumns, formColumns, sort, options }: ExportNotesProps) {
  const { t } = useTranslation('exporting')
  const display = useDisplay()
  const timeZone = useTimeZone()
  const columns: readonly DataColumn[] = options.columns === 'all' ? formColumns : visibleColumns
  const sortColumn = sort && [...visibleColumns, ...formColumns].find((column) => sortKey(column) === sort.field)
  const isRaw = options.language === null
  const has = (kinds: readonly DataColumn['kind'][]) => columns.some(({ kind }) => kinds.includes(kind))
  const hasTimes = options.metadata || has(['submitted', 'dateTime'])
  return (
    <ul className={classes.notes}>
      <li>
        {sortColumn
          ? t(sort.descending ? 'note.sortedDescending' : 'note.sortedAscending', {
              column: isolate(columnName(sortColumn, display)),
            })
          : t('note.newestFirst')}
      </li>
      {hasTimes && <li>{isRaw ? t('note.rawTimes') : t('note.times', { zone: timeZone })}</li>}
      {has(['repeat']) && <li>{t(repeatNote(options))}</li>}
      {has(['photo', 'audio', 'video', 'file']) && <li>{t('note.media')}</li>}
      {options.format === 'csv' && <li>{t('note.formulas')}</li>}
      {options.format === 'geojson' && <li>{t('note.geometry')}</li>}
    </ul>
  )
}

const repeatNote = ({ format, language }: ExportOptions) =>
  format === 'xlsx' ? 'note.repeatSheets' : language === null ? 'note.repeatJson' : 'note.repeatCount'

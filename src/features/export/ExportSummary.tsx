import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ExportDialog.module.css'
import type { ExportFormat } from './export-job.ts'
import type { ExportOutcome } from './export-run.ts'

interface ExportSummaryProps {
  outcome: ExportOutcome
  name: string
  format: ExportFormat
  expected: number
}

/** What is in the file, and what is not. */
export function ExportSummary({ outcome, name, format, expected }: ExportSummaryProps) {
  const { t } = useTranslation('exporting')
  const { size } = useFormat()
  const { rows, entries, withoutPlace, cut, unreadable, file } = outcome
  const missing = expected - rows - unreadable
  return (
    <>
      <p>
        <bdi>{name}</bdi>, {size(file.size)}
      </p>
      <ul className={classes.notes}>
        <li>
          {format === 'geojson' ? t('done.features', { count: rows - withoutPlace }) : t('done.rows', { count: rows })}
        </li>
        {entries > 0 && <li>{t('done.entries', { count: entries })}</li>}
        {withoutPlace > 0 && <li>{t('done.withoutPlace', { count: withoutPlace })}</li>}
        {missing > 0 && <li>{t('done.fewer', { count: missing })}</li>}
        {missing < 0 && <li>{t('done.more', { count: -missing })}</li>}
        {unreadable > 0 && <li>{t('done.unreadable', { count: unreadable })}</li>}
        {cut > 0 && <li>{t('done.cut', { count: cut })}</li>}
      </ul>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import classes from './ExportDialog.module.css'
import type { ExportFormat } from './export-job.ts'
import type { ExportOutcome } from './export-run.ts'

interface ExportSummaryProps {
  outcome: ExportOutcome
  name: string
  format: ExportFormat
  expectedCount: number
}

/** What the finished file contains, and what was left out. */
export function ExportSummary({ outcome, name, format, expectedCount }: ExportSummaryProps) {
  const { t } = useTranslation('exporting')
  const { fileSize } = useFormat()
  const { rows, entries, withoutGeometry, truncated, unreadable, file } = outcome
  const missing = expectedCount - rows - unreadable
  return (
    <>
      <p>
        <bdi>{name}</bdi>, {fileSize(file.size)}
      </p>
      <ul className={classes.notes}>
        <li>
          {format === 'geojson'
            ? t('done.features', { count: rows - withoutGeometry })
            : t('done.rows', { count: rows })}
        </li>
        {entries > 0 && <li>{t('done.entries', { count: entries })}</li>}
        {withoutGeometry > 0 && <li>{t('done.withoutGeometry', { count: withoutGeometry })}</li>}
        {missing > 0 && <li>{t('done.fewer', { count: missing })}</li>}
        {missing < 0 && <li>{t('done.more', { count: -missing })}</li>}
        {unreadable > 0 && <li>{t('done.unreadable', { count: unreadable })}</li>}
        {truncated > 0 && <li>{t('done.truncated', { count: truncated })}</li>}
      </ul>
    </>
  )
}

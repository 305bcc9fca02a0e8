import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '#/ui/feedback/Note.tsx'
import type { FilePlan, RowProblem } from './plan-from-file.ts'
import classes from './spreadsheet.module.css'
import { useHeading } from './use-table-texts.ts'

interface FileReportProps {
  /** Its name. */
  file: string
  plan: FilePlan
  /** Rows that were read. */
  rows: number
}

/** Problems drawn at once. */
const LISTED = 100

/** What a file would change, and what is wrong with it, by row and column. */
export function FileReport({ file, plan, rows }: FileReportProps) {
  const { t } = useTranslation('access')
  const { requested, problems, unchanged } = plan
  return (
    <div className={classes.report}>
      <Note
        hue="petrol"
        icon={IconInfoCircle}
        role="status"
        title={requested.length === 0 ? t('import.nothing') : t('import.changes', { count: requested.length })}
      >
        <p>
          {t('import.read', { file, rows: t('import.rows', { count: rows }) })}{' '}
          {t('import.unchanged', { count: unchanged })}
        </p>
      </Note>
      {problems.length > 0 && (
        <>
          <Note
            hue="ochre"
            icon={IconAlertTriangle}
            role="alert"
            title={t('import.problems', { count: problems.length })}
          />
          <ul className={classes.problems} aria-label={t('import.problemList')}>
            {problems.slice(0, LISTED).map((problem) => (
              <li key={problem.row}>
                <Problem problem={problem} />
              </li>
            ))}
          </ul>
          {problems.length > LISTED && <p>{t('import.moreProblems', { count: problems.length - LISTED })}</p>}
        </>
      )}
    </div>
  )
}

/** One problem: the row, the column, and what is wrong. */
function Problem({ problem }: { problem: RowProblem }) {
  const { t } = useTranslation('access')
  const headingOf = useHeading()
  const place = t('import.place', { row: problem.row, column: headingOf(problem.column) })
  const problemText = () => {
    switch (problem.kind) {
      case 'contradiction':
        return t('import.problem.contradiction', {
          permission: headingOf(problem.permission),
          other: headingOf(problem.other),
        })
      case 'repeated':
        return t('import.problem.repeated', { row: problem.first })
      case 'not-manager':
        return t('import.problem.not-manager', { owner: problem.owner })
      case 'unreadable':
      case 'unknownRole':
      case 'unknownProject':
      case 'unknownPerson':
        return t(`import.problem.${problem.kind}`, { text: problem.text })
      case 'noProject':
      case 'noPerson':
      case 'owner':
      case 'public':
      case 'rules':
        return t(`import.problem.${problem.kind}`)
    }
  }
  return (
    <>
      <b>{place}</b> <span dir="auto">{problemText()}</span>
    </>
  )
}

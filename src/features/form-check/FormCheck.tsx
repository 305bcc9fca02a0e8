import { Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CheckedForm } from '#/lib/xlsform/check-file/check-bytes.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { CheckedSheets } from './CheckedSheets.tsx'
import { ExactCheckButton, ExactCheckState } from './exact/ExactCheck.tsx'
import { useExactCheck } from './exact/use-exact-check.ts'
import classes from './FormCheck.module.css'
import { formFacts } from './form-facts.ts'
import { mergeFindings } from './merge-findings.ts'
import { useCheckedForm } from './use-checked-form.ts'

interface FormCheckProps {
  /** Another file needs another `key`. */
  file: File
  /** Whether the form waits for a decision, and was not sent. */
  isHeld: boolean
  importsPath: string
  /** What can be done with the form. */
  footer: ReactNode
}

const NONE: readonly never[] = []

/** What the check of a form found, beside its sheets. */
export function FormCheck({ file, isHeld, importsPath, footer }: FormCheckProps) {
  const { t } = useTranslation('form-check')
  const { data: checked, error } = useCheckedForm(file)
  const exact = useExactCheck(checked?.sheets ?? NONE, file.name)
  const exactResult = exact.state?.is === 'done' ? exact.state.result : null
  const findings = useMemo(() => {
    const quick = checked?.findings ?? NONE
    return exactResult ? mergeFindings(quick, exactResult, checked?.sheets.map(({ name }) => name) ?? NONE) : quick
  }, [checked, exactResult])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <nav className={classes.back} aria-label={t('breadcrumb')}>
          <Link to={importsPath}>{t('back')}</Link>
          <IconChevronRight className={classes.arrow} size={14} stroke={1.75} aria-hidden />
        </nav>
        <h1 className={classes.title}>
          <bdi>{file.name}</bdi>
        </h1>
        {checked && (
          <>
            <Facts checked={checked} />
            <div className={classes.actions}>
              <ExactCheckButton exact={exact} />
            </div>
          </>
        )}
      </div>
      <ExactCheckState exact={exact} />
      {error ? (
        <div className={classes.note}>
          <Note hue="ochre" icon={IconAlertTriangle} role="alert" title={t('failed.title')}>
            {t('failed.text')}
          </Note>
        </div>
      ) : checked ? (
        <CheckedSheets sheets={checked.sheets} findings={findings} isHeld={isHeld} />
      ) : (
        <div className={classes.note} role="status" aria-label={t('checking', { file: file.name })}>
          <Skeleton height={28} width="40%" mb="sm" />
          <Skeleton height={240} />
        </div>
      )}
      <div className={classes.footer}>{footer}</div>
    </div>
  )
}

function Facts({ checked }: { checked: CheckedForm }) {
  const { t, i18n } = useTranslation('form-check')
  const facts = formFacts(checked)
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(checked.took / 1000)
  const texts = [
    ...(facts
      ? [
          t('facts.questions', { count: facts.questions }),
          t('facts.lists', { count: facts.lists }),
          t('facts.languages', { count: facts.languages }),
        ]
      : []),
    t('facts.took', { seconds }),
  ]
  return <span className={classes.facts}>{texts.join(' · ')}</span>
}

import { Button } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import classes from './FindingDetail.module.css'
import { useFindingTexts } from './finding-text.ts'
import { isError, type ShownFinding } from './shown-finding.ts'

interface FindingDetailProps {
  sheets: readonly CellSheet[]
  finding: ShownFinding
  /** Back to the list, on a phone. */
  onBack: () => void
  /** Absent if there is only one. */
  onNext?: () => void
}

/** What a finding means, and what to do. */
export function FindingDetail({ sheets, finding, onBack, onNext }: FindingDetailProps) {
  const { t } = useTranslation('form-check')
  const { title, explanation, hint, place } = useFindingTexts(sheets)(finding)
  const Icon = isError(finding) ? IconCircleX : IconAlertTriangle
  return (
    <div className={classes.detail}>
      <Icon className={classes.icon} data-error={isError(finding) || undefined} size={18} stroke={1.75} aria-hidden />
      <div className={classes.texts} role="status">
        <p className={classes.title}>{title}</p>
        <p className={classes.place}>{place}</p>
        <p>
          {explanation} {hint}
        </p>
        {finding.serverText !== undefined && (
          <p>
            {t('serverSays')} <bdi className={classes.server}>{finding.serverText}</bdi>
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <Button
          className={classes.back ?? ''}
          variant="subtle"
          leftSection={<IconChevronLeft className={classes.arrow} size={16} stroke={1.75} aria-hidden />}
          onClick={onBack}
        >
          {t('allFindings')}
        </Button>
        {onNext && (
          <Button
            variant="default"
            rightSection={<IconChevronRight className={classes.arrow} size={16} stroke={1.75} aria-hidden />}
            onClick={onNext}
          >
            {t('next')}
          </Button>
        )}
      </div>
    </div>
  )
}

import { Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import type { BulkTarget, TargetRows } from './use-target-rows.ts'

interface CollectingRowsProps {
  targetRows: TargetRows
  target: BulkTarget
}

/** The progress of collecting the submissions again, then a note if their number is not the one that was shown. */
export function CollectingRows({ targetRows, target }: CollectingRowsProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const counts = (now: number) => ({ now: format.number(now), shown: format.number(target.count) })
  switch (targetRows.state) {
    case 'loading':
      return (
        <div>
          <p role="status">{t('collecting.text', counts(targetRows.done))}</p>
          <Progress aria-label={t('collecting.label')} value={(100 * targetRows.done) / Math.max(1, target.count)} />
        </div>
      )
    case 'failed':
      return (
        <ErrorPanel
          kind={targetRows.error.kind}
          title={t('collecting.failed')}
          message={targetRows.error.message}
          onRetry={targetRows.onRetry}
        />
      )
    case 'ready': {
      const count = targetRows.ids.length
      if (count === target.count) return null
      return (
        <Note hue="ochre" icon={IconAlertTriangle} role="alert" title={t('collecting.differs', counts(count))}>
          <p>{t(target.ids === null ? 'collecting.differsAll' : 'collecting.differsIds')}</p>
        </Note>
      )
    }
  }
}

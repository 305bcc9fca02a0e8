import { Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#/i18n/use-format.ts'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { Note } from '#/ui/feedback/Note.tsx'
import type { BulkTarget, useTargetRows } from './use-target-rows.ts'

interface CollectingRowsProps {
  gathered: ReturnType<typeof useTargetRows>
  target: BulkTarget
}

/** That the submissions are being counted again; and where there are more or fewer than were shown. */
export function CollectingRows({ gathered, target }: CollectingRowsProps) {
  const { t } = useTranslation('bulk')
  const format = useFormat()
  const numbers = (now: number) => ({ now: format.number(now), shown: format.number(target.count) })
  switch (gathered.state) {
    case 'reading':
      return (
        <div>
          <p role="status">{t('reading.text', numbers(gathered.read))}</p>
          <Progress aria-label={t('reading.label')} value={(100 * gathered.read) / Math.max(1, target.count)} />
        </div>
      )
    case 'failed':
      return (
        <ErrorPanel
          kind={gathered.error.kind}
          title={t('reading.failed')}
          words={gathered.error.message}
          onRetry={gathered.onRetry}
        />
      )
    case 'ready': {
      const count = gathered.ids.length
      if (count === target.count) return null
      return (
        <Note hue="ochre" icon={IconAlertTriangle} role="alert" title={t('reading.differs', numbers(count))}>
          <p>{t(target.ids === null ? 'reading.differsAll' : 'reading.differsIds')}</p>
        </Note>
      )
    }
  }
}

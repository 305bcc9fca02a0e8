import { useTranslation } from 'react-i18next'
import type { ApiError } from '#/api/errors.ts'
import { CopyButton } from '#/ui/CopyButton.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'

interface NoteFaultProps {
  error: ApiError
  /** The note that was not saved. */
  note: string
  isPending: boolean
  onRetry: () => void
}

/** The form was deployed, but its note was not saved. The text can be copied. */
export function NoteFault({ error: { kind, message }, note, isPending, onRetry }: NoteFaultProps) {
  const { t } = useTranslation('deployment')
  const isConflict = kind === 'conflict'
  return (
    <ErrorPanel
      isChange
      kind={kind}
      title={t('note.notSaved')}
      explanation={t(isConflict ? 'note.conflict' : 'note.deployedAnyway', { note })}
      message={message}
      onRetry={isConflict || isPending ? undefined : onRetry}
      actions={<CopyButton text={note} label={t('note.copy')} />}
    />
  )
}

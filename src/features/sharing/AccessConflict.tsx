import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'

interface AccessConflictProps {
  /** How it is now, and what is safe. */
  children: ReactNode
  /** "Decide again" by default. */
  actionLabel?: string
  onAction: () => void
}

/** A colleague changed who has access meanwhile. */
export function AccessConflict({ children, actionLabel, onAction }: AccessConflictProps) {
  const { t } = useTranslation('sharing')
  return (
    <ConflictNote
      title={t('conflict.title')}
      actions={
        <Button variant="default" onClick={onAction}>
          {actionLabel ?? t('conflict.again')}
        </Button>
      }
    >
      <p>{children}</p>
    </ConflictNote>
  )
}

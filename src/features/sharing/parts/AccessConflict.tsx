import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConflictNote } from '#/ui/feedback/ConflictNote.tsx'

interface AccessConflictProps {
  /** The current state, and what was not lost. */
  children: ReactNode
  /** "Decide again" by default. */
  actionLabel?: string
  onAction: () => void
}

/** Shown if a colleague changed the access meanwhile. */
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

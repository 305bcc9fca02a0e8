import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '#/ui/Note.tsx'

interface ConflictNoteProps {
  /** How it is now, and what is safe. */
  children: ReactNode
  /** "Decide again" by default. */
  actionLabel?: string
  onAction: () => void
}

/** A colleague changed the same meanwhile: nothing was written. */
export function ConflictNote({ children, actionLabel, onAction }: ConflictNoteProps) {
  const { t } = useTranslation('sharing')
  return (
    <Note
      hue="ochre"
      icon={IconAlertTriangle}
      role="alert"
      title={t('conflict.title')}
      actions={
        <Button variant="default" onClick={onAction}>
          {actionLabel ?? t('conflict.again')}
        </Button>
      }
    >
      <p>{children}</p>
    </Note>
  )
}

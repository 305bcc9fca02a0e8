import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Note } from './Note.tsx'

interface ConflictNoteProps {
  /** What somebody else changed. */
  title: string
  /** The current state, and what was not lost. */
  children: ReactNode
  /** One button for each choice. */
  actions: ReactNode
}

/** Shown if somebody else changed the same thing: nothing was written, and the user decides. */
export function ConflictNote(props: ConflictNoteProps) {
  return <Note hue="ochre" icon={IconAlertTriangle} role="alert" {...props} />
}

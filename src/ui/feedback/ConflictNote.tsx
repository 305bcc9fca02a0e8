import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Note } from './Note.tsx'

interface ConflictNoteProps {
  /** What somebody else changed. */
  title: string
  /** How it is now, and what is safe. */
  children: ReactNode
  /** Each way to go on, as a button. */
  actions: ReactNode
}

/** Somebody else changed the same meanwhile: nothing was written, and the person decides. */
export function ConflictNote(props: ConflictNoteProps) {
  return <Note hue="ochre" icon={IconAlertTriangle} role="alert" {...props} />
}

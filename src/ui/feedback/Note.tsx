import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Note.module.css'

interface NoteProps {
  /** petrol informs, ochre warns, brick says what failed, plum is about the public. */
  hue: 'petrol' | 'ochre' | 'brick' | 'plum'
  icon: TablerIcon
  title?: ReactNode
  children?: ReactNode
  /** At the end of the note; below it on a phone. */
  actions?: ReactNode
  /** `alert` where it appears in answer to what the person just did. */
  role?: 'alert' | 'status' | 'note'
}

/** A sentence that matters, on its tint. */
export function Note({ hue, icon: Icon, title, children, actions, role = 'note' }: NoteProps) {
  return (
    <div className={classes.note} data-hue={hue} role={role}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.body}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}

import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Note.module.css'

interface NoteProps {
  /** petrol: information; ochre: warning; brick: error; plum: public access. */
  hue: 'petrol' | 'ochre' | 'brick' | 'plum'
  icon: TablerIcon
  title?: ReactNode
  children?: ReactNode
  /** At the end of the note; below it on a phone. */
  actions?: ReactNode
  /** `alert` if it appears in response to an action of the user. */
  role?: 'alert' | 'status' | 'note'
}

/** A highlighted note with an icon. */
export function Note({ hue, icon: Icon, title, children, actions, role = 'note' }: NoteProps) {
  return (
    <div className={classes.note} data-hue={hue} role={role}>
      <Icon className={classes.icon} size={18} stroke={1.75} aria-hidden />
      <div className={classes.body}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children}
      </div>
      {Boolean(actions) && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}

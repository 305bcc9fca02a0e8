import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  title: string
  /** What will be here, and the first step. */
  children?: ReactNode
  actions?: ReactNode
}

/** Stands for an empty list or table: a drawing, a title, a text and actions. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <svg className={classes.drawing} viewBox="0 0 96 64" aria-hidden="true">
        <path d="M4 20h88M32 20 12 62M48 20v42M64 20l20 42" />
        <path className={classes.sheet} d="M58 2h16l8 8v10H58zM63 12h10" />
      </svg>
      <h2 className={classes.title}>{title}</h2>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {Boolean(actions) && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}

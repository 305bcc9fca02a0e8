import type { ReactNode } from 'react'
import classes from './Card.module.css'

interface CardProps {
  title: string
  /** Before the title. */
  icon?: ReactNode
  /** Beside the title: a count, a state. */
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Without inner spacing, for rows that reach the edges. */
  flush?: boolean
}

/** A part of a text page, with a heading of its own. */
export function Card({ title, icon, aside, actions, children, flush = false }: CardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.head}>
        {icon}
        <h2 className={classes.title}>{title}</h2>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  )
}

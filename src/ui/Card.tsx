import type { ReactNode } from 'react'
import classes from './Card.module.css'

interface CardProps {
  title: string
  /** Before the title. */
  icon?: ReactNode
  /** Next to the title, such as a count or a status. */
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Without padding, for rows that reach the edges. */
  flush?: boolean
}

/** A section of a text page, with a heading. */
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

import type { ReactNode } from 'react'
import classes from './TextPage.module.css'

interface TextPageProps {
  children: ReactNode
  /** The narrow column; below the rest where there is no room. */
  beside?: ReactNode
}

/** A page to read: a column, and a narrow one beside it. */
export function TextPage({ children, beside }: TextPageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.column}>{children}</div>
      {beside !== undefined && <div className={classes.beside}>{beside}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import classes from './TextPage.module.css'

interface TextPageProps {
  children: ReactNode
  /** Content of the narrow column, which moves below the main column on small screens. */
  beside?: ReactNode
}

/** A page of text: a main column, and a narrow one beside it. */
export function TextPage({ children, beside }: TextPageProps) {
  return (
    <div className={classes.page}>
      <div className={classes.column}>{children}</div>
      {beside !== undefined && <div className={classes.beside}>{beside}</div>}
    </div>
  )
}

import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from '#/features/rest-services/services.module.css'

/** What is allowed, but seldom meant, below the field that it concerns. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={classes.warning}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span>{children}</span>
    </p>
  )
}

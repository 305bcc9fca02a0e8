import { Skeleton } from '@mantine/core'
import classes from './Starting.module.css'

const ROWS = Array.from({ length: 8 }, (_, row) => row)

/** Shown while the first page loads: after a moment its shape, so that nothing flashes and nothing jumps. */
export function Starting() {
  return (
    <div className={classes.page} aria-busy="true">
      <div className={classes.top} />
      <div className={classes.rows}>
        {ROWS.map((row) => (
          <Skeleton key={row} height={20} width={`${90 - ((row * 17) % 40)}%`} />
        ))}
      </div>
    </div>
  )
}

import { useLayoutEffect } from 'react'
import { removeFirstProjects } from './preloading/first-projects.ts'
import classes from './Starting.module.css'

const ROWS = Array.from({ length: 8 }, (_, row) => row)

/** The skeleton of the first page, shown after a delay, so that nothing flashes or moves. */
export function Starting() {
  useLayoutEffect(() => removeFirstProjects, [])
  return (
    <div className={classes.page} aria-busy="true">
      <div className={classes.top} />
      <div className={classes.rows}>
        {ROWS.map((row) => (
          <div key={row} className={classes.row} />
        ))}
      </div>
    </div>
  )
}

import { Progress } from '@mantine/core'
import classes from './ClientSortStatus.module.css'

interface RowsProgressProps {
  /** How far it is, in words. */
  text: string
  /** Names what goes on. */
  label: string
  done: number
  of: number
}

/** How far the reading of all that match is. */
export const RowsProgress = ({ text, label, done, of }: RowsProgressProps) => (
  <>
    <span>{text}</span>
    <Progress
      className={classes.bar ?? ''}
      value={(100 * done) / Math.max(1, of)}
      aria-label={label}
      aria-valuetext={text}
    />
  </>
)

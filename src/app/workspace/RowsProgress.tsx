import { Progress } from '@mantine/core'
import classes from './ClientSortStatus.module.css'

interface RowsProgressProps {
  /** How far it is, as a sentence. */
  text: string
  /** Names the progress bar. */
  label: string
  done: number
  total: number
}

/** How far the loading of all rows that match is. */
export const RowsProgress = ({ text, label, done, total }: RowsProgressProps) => (
  <>
    <span>{text}</span>
    <Progress
      className={classes.bar ?? ''}
      value={(100 * done) / Math.max(1, total)}
      aria-label={label}
      aria-valuetext={text}
    />
  </>
)

import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './TableSkeleton.module.css'

const ROWS = 24
const CELLS = 8

/** Placeholder rows of the final size while the first rows load. Visible only after a delay. */
export function TableSkeleton() {
  const { t } = useTranslation('submissions')
  return (
    <div className={classes.skeleton} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <div className={classes.head} />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className={classes.row} aria-hidden>
          {Array.from({ length: CELLS }, (__, cell) => (
            <i key={cell} />
          ))}
        </div>
      ))}
    </div>
  )
}

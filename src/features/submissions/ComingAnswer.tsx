import { useEffect } from 'react'
import classes from './Answer.module.css'
import { useNeededColumns } from './needed-columns.ts'
import { useReading } from './reading.ts'

/** Stands for an answer that has not come yet; that it is in sight asks for it. */
export function ComingAnswer({ id }: { id: string }) {
  const { need } = useNeededColumns()
  const { t } = useReading()
  useEffect(() => need(id), [need, id])
  return <span className={classes.coming} role="img" aria-label={t('answer.coming')} />
}

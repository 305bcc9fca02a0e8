import { IconCircleCheck, IconSparkles } from '@tabler/icons-react'
import type { SupplementColumn } from '#/dataset/model/columns.ts'
import { isVerified, originOf } from '#/dataset/model/supplements.ts'
import type { Answers } from '#/dataset/model/values.ts'
import classes from './Answer.module.css'
import { useDisplay } from './display.ts'

const ICON = { size: 15, stroke: 1.75, 'aria-hidden': true } as const

/** Beside a value that was added to an answer: whether somebody verified it, and whether it was made automatically. */
export function SupplementMarks({ column, row }: { column: SupplementColumn; row: Answers }) {
  const { t } = useDisplay()
  const isAutomatic = originOf(row, column) === 'automatic'
  const verified = isVerified(row, column)
  return (
    <>
      {isAutomatic && (
        <span className={classes.mark}>
          <IconSparkles {...ICON} />
          {t('answer.automatic')}
        </span>
      )}
      {verified === true && (
        <span className={classes.mark}>
          <IconCircleCheck {...ICON} />
          {t('answer.verified')}
        </span>
      )}
      {verified === false && isAutomatic && <span className={classes.mark}>{t('answer.notVerified')}</span>}
    </>
  )
}

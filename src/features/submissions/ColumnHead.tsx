import { Fragment } from 'react'
import { labelIn } from '#/api/form/questions.ts'
import { ColumnName } from './ColumnName.tsx'
import type { ColumnSection, SubmissionColumn } from './columns.ts'
import classes from './ColumnHead.module.css'
import { KindIcon, kindOf } from './KindIcon.tsx'
import { useReading } from './reading.ts'

/** The name of a column, and what kind of answer stands in it. */
export function ColumnHead({ column }: { column: SubmissionColumn }) {
  const { t } = useReading()
  return (
    <>
      <span className={classes.name}>
        <ColumnName column={column} />
      </span>{' '}
      <span className={classes.kind}>
        <KindIcon column={column} size={15} />
        {t(`kind.${kindOf(column)}`)}
      </span>
    </>
  )
}

/** The groups around a run of columns, the outermost first. */
export function SectionName({ section }: { section: ColumnSection }) {
  const { t, language } = useReading()
  if (section.kind === 'frozen' || section.kind === 'ungrouped') return null
  if (section.kind !== 'group') return t(`section.${section.kind}`)
  return section.groups.map((group, depth) => (
    <Fragment key={group.path}>
      {depth > 0 && ' › '}
      <bdi dir={language === null ? 'ltr' : 'auto'}>{labelIn(group, language)}</bdi>
    </Fragment>
  ))
}

import { Fragment } from 'react'
import { labelIn } from '#/api/kpi/form/questions.ts'
import type { ColumnSection } from '#/dataset/model/columns.ts'
import { useDisplay } from './display.ts'

/** The groups around a run of columns, the outermost first. */
export function SectionLabel({ section }: { section: ColumnSection }) {
  const { t, language } = useDisplay()
  if (section.kind === 'frozen' || section.kind === 'ungrouped') return null
  if (section.kind !== 'group') return t(`section.${section.kind}`)
  return section.groups.map((group, depth) => (
    <Fragment key={group.path}>
      {depth > 0 && ' › '}
      <bdi dir={language === null ? 'ltr' : 'auto'}>{labelIn(group, language)}</bdi>
    </Fragment>
  ))
}

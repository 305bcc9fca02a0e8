import { Fragment } from 'react'
import type { ColumnSection } from '#/dataset/model/columns.ts'
import { labelIn } from '#/dataset/model/form.ts'
import { useDisplay } from './display.ts'

/** The groups around a section's columns, outermost first; nothing for columns outside groups. */
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

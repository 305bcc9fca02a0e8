import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useContext } from 'react'
import { SectionLabel } from '#/dataset/answers/SectionLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './ColumnHeader.module.css'
import { CollapsedGroupsContext, collapsibleSections, type SizedColumn } from './collapsed-groups.ts'

/** The heading of a section. It collapses and expands the section; the keyboard does this with the column's menu. */
export function GroupHeader({ column: { section, collapsedColumns } }: { column: SizedColumn }) {
  const { setCollapsed } = useContext(CollapsedGroupsContext)
  const innermost = collapsibleSections(section).at(-1)
  if (!innermost) return null
  const Chevron = collapsedColumns ? IconChevronRight : IconChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={!collapsedColumns}
      className={classes.groupButton}
      onClick={() => setCollapsed(innermost.key, !collapsedColumns)}
    >
      <Chevron size={14} stroke={2} className={collapsedColumns && 'fb-flip'} aria-hidden />
      <SectionLabel section={collapsedColumns ? { ...section, groups: section.groups.slice(-1) } : section} />
    </button>
  )
}

/** The header of a collapsed group: the number of its columns. */
export function CollapsedGroupHeader({ column: { collapsedColumns = [] } }: { column: SizedColumn }) {
  const { t } = useDisplay()
  return <span className={classes.kind}>{t('collapse.columns', { count: collapsedColumns.length })}</span>
}

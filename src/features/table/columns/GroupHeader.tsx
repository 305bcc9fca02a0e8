import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useContext } from 'react'
import { SectionLabel } from '#/dataset/answers/SectionLabel.tsx'
import { useDisplay } from '#/dataset/answers/display.ts'
import classes from './ColumnHeader.module.css'
import { FoldingContext, foldsAround, type SizedColumn } from './collapsed-groups.ts'

/** The heading over a run of columns. A press folds them, or shows them again; the keyboard does it from a column. */
export function GroupHeader({ column: { section, folds } }: { column: SizedColumn }) {
  const { fold } = useContext(FoldingContext)
  const innermost = foldsAround(section).at(-1)
  if (!innermost) return null
  const Chevron = folds ? IconChevronRight : IconChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={!folds}
      className={classes.folder}
      onClick={() => fold(innermost.key, !folds)}
    >
      <Chevron size={14} stroke={2} className={folds && 'fb-flip'} aria-hidden />
      <SectionLabel section={folds ? { ...section, groups: section.groups.slice(-1) } : section} />
    </button>
  )
}

/** In place of the heads of what is folded: how many columns there are. */
export function FoldedHead({ column: { folds = [] } }: { column: SizedColumn }) {
  const { t } = useDisplay()
  return <span className={classes.kind}>{t('fold.columns', { count: folds.length })}</span>
}

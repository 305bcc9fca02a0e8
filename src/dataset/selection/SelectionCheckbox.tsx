import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { isolate } from '#/lib/bidi.ts'
import type { SelectionState } from '#/ui/grid/grid-types.ts'
import classes from './SelectionCheckbox.module.css'

interface RowTickProps {
  row: Submission
  title: SubmissionColumn | undefined
  isTicked: boolean
  /** Absent where what is around hears the click. */
  onTick?: () => void
}

/** The tick of one submission. */
export function RowCheckbox({ row, title, isTicked, onTick }: RowTickProps) {
  const { t } = useDisplay()
  const name = useRowTitle(row, title)
  const label = useMemo(() => t('selection.row', { title: isolate(name) }), [t, name])
  return <Tick label={label} state={isTicked ? 'all' : 'none'} onTick={onTick} />
}

/** The tick of all rows that are shown. */
export function HeaderCheckbox({ state }: { state: SelectionState }) {
  const { t } = useDisplay()
  return <Tick label={t('selection.rows')} state={state} />
}

interface SelectionCheckboxProps {
  label: string
  state: SelectionState
  onTick?: (() => void) | undefined
}

/** Looks like a checkbox: one of hundreds, it is no control with a label and help of its own. */
function Tick({ label, state, onTick }: SelectionCheckboxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      tabIndex={onTick ? 0 : -1}
      aria-checked={state === 'some' ? 'mixed' : state === 'all'}
      aria-label={label}
      className={classes.tick}
      onClick={onTick}
    >
      <span className={classes.box}>
        {state === 'all' && <IconCheck size={14} stroke={2.5} aria-hidden />}
        {state === 'some' && <IconMinus size={14} stroke={2.5} aria-hidden />}
      </span>
    </button>
  )
}

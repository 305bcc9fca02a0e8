import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { SelectionState } from '#/ui/grid/grid-types.ts'
import classes from './SelectionCheckbox.module.css'

interface SelectionCheckboxProps {
  label: string
  state: SelectionState
  /** Absent if a parent handles the click. */
  onToggle?: (() => void) | undefined
}

/** A plain button instead of Mantine's `Checkbox`, since there are hundreds. */
export function SelectionCheckbox({ label, state, onToggle }: SelectionCheckboxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      tabIndex={onToggle ? 0 : -1}
      aria-checked={state === 'some' ? 'mixed' : state === 'all'}
      aria-label={label}
      className={classes.checkbox}
      onClick={onToggle}
    >
      <span className={classes.box}>
        {state === 'all' && <IconCheck size={14} stroke={2.5} aria-hidden />}
        {state === 'some' && <IconMinus size={14} stroke={2.5} aria-hidden />}
      </span>
    </button>
  )
}

import { useMemo } from 'react'
import { useDisplay } from '#/dataset/answers/display.ts'
import { useRowTitle } from '#/dataset/answers/use-row-title.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { isolate } from '#/lib/bidi.ts'
import { SelectionCheckbox } from '#/ui/SelectionCheckbox.tsx'
import type { SelectionState } from '#/ui/grid/grid-types.ts'

interface RowCheckboxProps {
  row: Row
  title: DataColumn | undefined
  isSelected: boolean
  /** Absent if a parent handles the click. */
  onToggle?: () => void
}

/** The checkbox of a row. */
export function RowCheckbox({ row, title, isSelected, onToggle }: RowCheckboxProps) {
  const { t } = useDisplay()
  const name = useRowTitle(row, title)
  const label = useMemo(() => t('selection.row', { title: isolate(name) }), [t, name])
  return <SelectionCheckbox label={label} state={isSelected ? 'all' : 'none'} onToggle={onToggle} />
}

/** The checkbox of all rows that are loaded. */
export function HeaderCheckbox({ state }: { state: SelectionState }) {
  const { t } = useDisplay()
  return <SelectionCheckbox label={t('selection.rows')} state={state} />
}

import { useRef } from 'react'
import type { GridRows, GridSelection } from './grid-types.ts'

type Key = string | number

/** Selects rows by mouse and keyboard. A range covers the loaded rows between its ends. */
export function useRowSelection<Row>(rows: GridRows<Row>, rowKey: (row: Row) => Key, selection: GridSelection<Row>) {
  /** The start of the next range. The key shows whether the row has moved since. */
  const lastToggled = useRef<{ index: number; key: Key } | null>(null)

  /** Selects or deselects a row; with `isRange`, all rows from the one toggled last. */
  const toggle = (index: number, isRange: boolean) => {
    const row = rows.at(index)
    if (row === undefined) return
    const from = isRange ? currentIndexOf(lastToggled.current, rows, rowKey) : index
    selection.set(loadedRowsBetween(rows, from ?? index, index), !selection.has(row))
    lastToggled.current = { index, key: rowKey(row) }
  }

  return {
    toggle,
    /** Selects these rows, or deselects them if all are selected. */
    toggleRows: (from: number, to: number) => {
      const loaded = loadedRowsBetween(rows, from, to)
      selection.set(loaded, !loaded.every(selection.has))
      const row = rows.at(from)
      lastToggled.current = row === undefined ? null : { index: from, key: rowKey(row) }
    },
    selectAll: () => selection.set(selection.all, true),
    /** Selects all loaded rows, or deselects them if all are selected. */
    toggleAll: () => selection.set(selection.all, selection.state !== 'all'),
  }
}

/** The index of the row, or `null` if another row is there now. */
function currentIndexOf<Row>(
  toggled: { index: number; key: Key } | null,
  rows: GridRows<Row>,
  rowKey: (row: Row) => Key,
) {
  const row = toggled && rows.at(toggled.index)
  return toggled && row && rowKey(row) === toggled.key ? toggled.index : null
}

function loadedRowsBetween<Row>(rows: GridRows<Row>, from: number, to: number): Row[] {
  const loaded: Row[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = rows.at(index)
    if (row !== undefined) loaded.push(row)
  }
  return loaded
}

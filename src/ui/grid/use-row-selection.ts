import { useRef } from 'react'
import type { GridRows, GridSelection } from './grid-types.ts'

type Key = string | number

/** Ticks rows by mouse and keyboard; ranges go over the rows that are there, in the order they are shown. */
export function useRowSelection<Row>(rows: GridRows<Row>, rowKey: (row: Row) => Key, ticks: GridSelection<Row>) {
  /** The row that was ticked last; told by its key, too, as rows may move. */
  const last = useRef<{ index: number; key: Key } | null>(null)

  /** Ticks a row or takes its tick away; with `isRange`, all from the one ticked last as well. */
  const toggle = (index: number, isRange: boolean) => {
    const row = rows.at(index)
    if (row === undefined) return
    const from = isRange ? whereIs(last.current, rows, rowKey) : index
    ticks.set(rowsWithin(rows, from ?? index, index), !ticks.has(row))
    last.current = { index, key: rowKey(row) }
  }

  return {
    toggle,
    /** Ticks these rows, or takes their ticks away where all have one. */
    toggleRows: (from: number, to: number) => {
      const these = rowsWithin(rows, from, to)
      ticks.set(these, !these.every(ticks.has))
      const row = rows.at(from)
      last.current = row === undefined ? null : { index: from, key: rowKey(row) }
    },
    tickAll: () => ticks.set(ticks.all, true),
    /** Ticks all, or takes their ticks away where all have one. */
    toggleAll: () => ticks.set(ticks.all, ticks.state !== 'all'),
  }
}

/** Where a row stands, if it is still where it was. */
function whereIs<Row>(known: { index: number; key: Key } | null, rows: GridRows<Row>, rowKey: (row: Row) => Key) {
  const row = known && rows.at(known.index)
  return known && row && rowKey(row) === known.key ? known.index : null
}

/** Those from one place to another that are there. */
function rowsWithin<Row>(rows: GridRows<Row>, from: number, to: number): Row[] {
  const found: Row[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = rows.at(index)
    if (row !== undefined) found.push(row)
  }
  return found
}

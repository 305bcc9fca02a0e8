import { useEffect, useState } from 'react'
import { displayText } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { DataColumn } from '#/dataset/model/columns.ts'
import type { Row } from '#/dataset/model/row.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { foldText } from '#/lib/fold-text.ts'
import { isBlank } from '#/lib/is-blank.ts'
import { isFieldLoaded } from '#/lib/loaded-fields.ts'

/** Which cells are searched, and as which text. */
export interface FindScope {
  /** The loaded rows. */
  rows: readonly Row[]
  /** The index among all rows of the n-th loaded one, from 0. */
  rowIndexOf: (loaded: number) => number
  /** The visible columns in their order. */
  columns: readonly DataColumn[]
  /** The column of row titles. */
  title: DataColumn | undefined
  display: Display
  /** BCP 47, of the reader's language. */
  locale: string
}

interface MatchingRow {
  /** `_id`. */
  id: number
  /** Among all rows. */
  rowIndex: number
  /** Indexes of the columns that match, in order. */
  columns: readonly number[]
  /** How many matches are in the rows before. */
  before: number
}

export interface Matches {
  /** The text that was searched for. */
  text: string
  /** The columns at that time. */
  columns: readonly DataColumn[]
  rows: readonly MatchingRow[]
  count: number
  /** How many columns have cells that are not loaded. */
  notLoaded: number
  /** Whether all rows have been searched. */
  isDone: boolean
}

/** One cell that matches. */
export interface Match {
  /** `_id`. */
  id: number
  rowIndex: number
  column: DataColumn
}

const NO_MATCHES: Matches = { text: '', columns: [], rows: [], count: 0, notLoaded: 0, isDone: true }

/** Milliseconds of searching before the page may handle events, and between updates of the matches. */
const CHUNK_TIME = 8
const UPDATE_INTERVAL = 200

/** The text of a cell that is searched. Includes the title of rows without an answer in the title column. */
export function searchedText(column: DataColumn, row: Row, { title, display }: FindScope): string {
  const text = displayText(column, row, display)
  if (column.id !== title?.id || column.source !== 'question') return text
  return isBlank(answerOf(row, column.id) ?? '') ? display.t('untitled', { id: row._id }) : text
}

/** Searches all cells for a text, in chunks, so that the page stays responsive. Yields the matches so far, then all. */
export async function* findMatches(
  text: string,
  scope: FindScope,
  signal: AbortSignal,
): AsyncGenerator<Matches, void, void> {
  const { rows, columns, locale } = scope
  const searched = foldText(text, locale).trim()
  if (searched === '') {
    yield { ...NO_MATCHES, text }
    return
  }
  const matchingRows: MatchingRow[] = []
  const notLoaded = new Set<string>()
  let count = 0
  const matches = (isDone: boolean): Matches => ({
    text,
    columns,
    rows: [...matchingRows],
    count,
    notLoaded: notLoaded.size,
    isDone,
  })
  let [chunkEnd, updatedAt] = [performance.now() + CHUNK_TIME, 0]
  for (const [loaded, row] of rows.entries()) {
    const matchingColumns: number[] = []
    for (const [index, column] of columns.entries()) {
      if (!isFieldLoaded(row, column.id)) notLoaded.add(column.id)
      else if (foldText(searchedText(column, row, scope), locale).includes(searched)) matchingColumns.push(index)
    }
    if (matchingColumns.length > 0) {
      matchingRows.push({ id: row._id, rowIndex: scope.rowIndexOf(loaded), columns: matchingColumns, before: count })
      count += matchingColumns.length
    }
    if (performance.now() < chunkEnd) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return
    if (count > 0 && performance.now() > updatedAt + UPDATE_INTERVAL) {
      yield matches(false)
      updatedAt = performance.now()
    }
    chunkEnd = performance.now() + CHUNK_TIME
  }
  if (!signal.aborted) yield matches(true)
}

/** The matches of a text, updated while rows are searched. A new text aborts the former search. */
export function useMatches(text: string, scope: FindScope): Matches {
  const [matches, setMatches] = useState(NO_MATCHES)
  useEffect(() => {
    const abort = new AbortController()
    const search = async () => {
      for await (const next of findMatches(text, scope, abort.signal)) {
        if (abort.signal.aborted) return
        setMatches(next)
      }
    }
    void search()
    return () => abort.abort()
  }, [text, scope])
  return matches
}

/** The n-th match, from 0; `null` if there is none. */
export function matchAt({ rows, columns }: Matches, index: number): Match | null {
  const row = rows[binarySearch(rows.length, (at) => (rows[at]?.before ?? 0) > index) - 1]
  const column = row && columns[row.columns[index - row.before] ?? -1]
  return row && column ? { id: row.id, rowIndex: row.rowIndex, column } : null
}

/** A cell by its index among all rows and among the columns. */
export interface CellPosition {
  rowIndex: number
  columnIndex: number
}

/** The index of the first match that is not before a cell; `count` if all are before it. */
export function firstMatchFrom({ rows, count }: Matches, { rowIndex, columnIndex }: CellPosition): number {
  const row = rows[binarySearch(rows.length, (at) => (rows[at]?.rowIndex ?? 0) >= rowIndex)]
  if (!row) return count
  if (row.rowIndex > rowIndex) return row.before
  return row.before + binarySearch(row.columns.length, (at) => (row.columns[at] ?? 0) >= columnIndex)
}

/** The index of the match in a cell; -1 if it does not match. */
export function matchIndexOf(matches: Matches, cell: CellPosition): number {
  const index = firstMatchFrom(matches, cell)
  return firstMatchFrom(matches, { ...cell, columnIndex: cell.columnIndex + 1 }) > index ? index : -1
}

/** The first index for which `holds` is true; it has to be true for all later ones too. `length` if there is none. */
function binarySearch(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

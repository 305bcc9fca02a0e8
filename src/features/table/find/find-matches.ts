import { isFieldLoaded } from '#/api/kpi/submissions/loaded-fields.ts'
import type { Submission } from '#/api/kpi/submissions/schema.ts'
import { shownText } from '#/dataset/answers/answer-text.ts'
import type { Display } from '#/dataset/answers/display.ts'
import type { SubmissionColumn } from '#/dataset/model/columns.ts'
import { answerOf } from '#/dataset/model/values.ts'
import { foldText } from '#/lib/fold-text.ts'
import { isBlank } from '#/lib/is-blank.ts'

/** Where is looked, and in whose words. */
export interface FindScope {
  /** Those that have come. */
  rows: readonly Submission[]
  /** Where each of them stands among all. */
  placeAt: (loaded: number) => number
  /** Those that are shown, in their order. */
  columns: readonly SubmissionColumn[]
  /** The column that names each submission. */
  title: SubmissionColumn | undefined
  reading: Display
  /** BCP 47: of the reader's language. */
  locale: string
}

/** A row in which there is something. */
interface Hit {
  /** `_id`. */
  id: number
  place: number
  /** Numbers of columns, in order. */
  columns: readonly number[]
  /** How many matches there are in the rows before. */
  before: number
}

export interface Matches {
  /** What was looked for. */
  text: string
  /** The columns as they were then. */
  columns: readonly SubmissionColumn[]
  hits: readonly Hit[]
  count: number
  /** How many columns have answers that have not come yet. */
  coming: number
  /** False while rows are still looked through. */
  isDone: boolean
}

/** One cell that matches. */
export interface Match {
  id: number
  place: number
  column: SubmissionColumn
}

export const NOTHING: Matches = { text: '', columns: [], hits: [], count: 0, coming: 0, isDone: true }

/** Milliseconds that the page is held up at once, and after which it is told what was found so far. */
const AT_ONCE = 8
const TOLD = 200

/** The words of a cell, with those that stand for a name where a submission has none. */
export function searchTermsOf(column: SubmissionColumn, row: Submission, { title, reading }: FindScope): string {
  const words = shownText(column, row, reading)
  if (column.id !== title?.id || column.source !== 'question') return words
  return isBlank(answerOf(row, column.id) ?? '') ? reading.t('untitled', { id: row._id }) : words
}

/** Looks through all cells for a text, a few at a time, so that one can go on typing. The last answer is the whole. */
export async function* findText(
  text: string,
  scope: FindScope,
  signal: AbortSignal,
): AsyncGenerator<Matches, void, void> {
  const { rows, columns, locale } = scope
  const wanted = foldText(text, locale).trim()
  if (wanted === '') {
    yield { ...NOTHING, text }
    return
  }
  const hits: Hit[] = []
  const coming = new Set<string>()
  let count = 0
  const found = (isDone: boolean): Matches => ({
    text,
    columns,
    hits: [...hits],
    count,
    coming: coming.size,
    isDone,
  })
  let [pause, told] = [performance.now() + AT_ONCE, 0]
  for (const [at, row] of rows.entries()) {
    const these: number[] = []
    for (const [number, column] of columns.entries()) {
      if (!isFieldLoaded(row, column.id)) coming.add(column.id)
      else if (foldText(searchTermsOf(column, row, scope), locale).includes(wanted)) these.push(number)
    }
    if (these.length > 0) {
      hits.push({ id: row._id, place: scope.placeAt(at), columns: these, before: count })
      count += these.length
    }
    if (performance.now() < pause) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return
    if (count > 0 && performance.now() > told + TOLD) {
      yield found(false)
      told = performance.now()
    }
    pause = performance.now() + AT_ONCE
  }
  if (!signal.aborted) yield found(true)
}

/** The n-th match, from 0. */
export function matchAt({ hits, columns }: Matches, index: number): Match | null {
  const hit = hits[firstOf(hits.length, (at) => (hits[at]?.before ?? 0) > index) - 1]
  const column = hit && columns[hit.columns[index - hit.before] ?? -1]
  return hit && column ? { id: hit.id, place: hit.place, column } : null
}

/** A cell by its place among all rows, and among the columns. */
export interface MatchPosition {
  place: number
  column: number
}

/** Which match is the first that does not stand before a cell; `count` where all do. */
export function firstFrom({ hits, count }: Matches, { place, column }: MatchPosition): number {
  const hit = hits[firstOf(hits.length, (at) => (hits[at]?.place ?? 0) >= place)]
  if (!hit) return count
  if (hit.place > place) return hit.before
  return hit.before + firstOf(hit.columns.length, (at) => (hit.columns[at] ?? 0) >= column)
}

/** Which match a cell is; -1 where it is none. */
export function indexOf(found: Matches, cell: MatchPosition): number {
  const index = firstFrom(found, cell)
  return firstFrom(found, { ...cell, column: cell.column + 1 }) > index ? index : -1
}

/** The first number from 0 on for which it holds; from there on it always does. */
function firstOf(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

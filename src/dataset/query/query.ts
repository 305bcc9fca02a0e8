import { PAGE_SIZES, type PageSize, type SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { type ColumnRun, readRuns, writeRuns } from './column-ranges.ts'
import { readFilter, writeFilter } from './filter-params.ts'
import type { SubmissionFilter } from './filter.ts'

/** Which columns the table has; `null` for the usual ones. */
export interface ColumnChoice {
  /** Those that scroll, in this order. */
  columns: readonly ColumnRun[] | null
  /** Those that stay in sight, in this order. */
  frozen: readonly string[] | null
  /** Leaves out what none of the rows shown answers. */
  hidesEmpty: boolean
}

const NONE_FOLDED: readonly string[] = []

export const DEFAULT_COLUMNS: ColumnChoice = { columns: null, frozen: null, hidesEmpty: false }

/** What an address of the table asks for. */
export interface SubmissionsViewState extends ColumnChoice {
  /** Groups of columns that are folded, by their sections' keys. */
  folded: readonly string[]
  /** Counts from 1. */
  page: number
  size: PageSize
  /** All that match under one another, instead of pages. */
  scrolls: boolean
  /** Which of the form's languages names questions and choices; `null` for XML names. */
  language: number | null
  /** `_id` of the submission in the side panel. */
  submission: number | null
  filter: SubmissionFilter
  /** `null`: newest first. */
  sort: SubmissionSort | null
}

const DEFAULT_SIZE: PageSize = 100
const XML_NAMES = 'xml'
const HIDDEN = 'hidden'

const wholeNumber = (text: string | null) => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null)

/** Reads an address; what makes no sense there counts as not said, but for a filter, which then finds nothing. */
export function readView(search: URLSearchParams): SubmissionsViewState {
  const size = wholeNumber(search.get('size'))
  return {
    page: Math.max(1, wholeNumber(search.get('page')) ?? 1),
    size: PAGE_SIZES.find((known) => known === size) ?? DEFAULT_SIZE,
    scrolls: search.get('scroll') === '1',
    language: search.get('labels') === XML_NAMES ? null : (wholeNumber(search.get('labels')) ?? 0),
    submission: wholeNumber(search.get('submission')),
    filter: readFilter(search.get('filter')),
    sort: readSort(search.get('sort')),
    columns: readIfSaid(search.get('columns'), readRuns),
    frozen: readIfSaid(search.get('frozen'), readNames),
    hidesEmpty: search.get('empty') === HIDDEN,
    folded: readIfSaid(search.get('folded'), readNames) ?? NONE_FOLDED,
  }
}

/** The address of a view, without what goes without saying. */
export function writeView({
  page,
  size,
  scrolls,
  language,
  submission,
  filter,
  sort,
  columns,
  frozen,
  hidesEmpty,
  folded,
}: SubmissionsViewState): Record<string, string> {
  const filterText = writeFilter(filter)
  return {
    ...(page > 1 && !scrolls && { page: String(page) }),
    ...(size !== DEFAULT_SIZE && { size: String(size) }),
    ...(scrolls && { scroll: '1' }),
    ...(language !== 0 && { labels: language === null ? XML_NAMES : String(language) }),
    ...(submission !== null && { submission: String(submission) }),
    ...(filterText && { filter: filterText }),
    ...(sort && { sort: `${sort.descending ? '-' : ''}${sort.field}` }),
    ...(columns && { columns: writeRuns(columns) }),
    ...(frozen && { frozen: writeRuns(frozen) }),
    ...(hidesEmpty && { empty: HIDDEN }),
    ...(folded.length > 0 && { folded: writeRuns(folded) }),
  }
}

const readNames = (text: string) => readRuns(text).filter((run) => typeof run === 'string')

const readIfSaid = <Value>(text: string | null, read: (text: string) => Value) => (text === null ? null : read(text))

function readSort(text: string | null): SubmissionSort | null {
  // No key has a `$`: the server would take it for an operator.
  if (!text || text === '-' || text.includes('$')) return null
  return text.startsWith('-') ? { field: text.slice(1), descending: true } : { field: text, descending: false }
}

/** Rows that are asked for at once as one scrolls. */
export const BLOCK_SIZE: PageSize = 100

/** What is asked for first. */
export const pageOf = ({ page, size, scrolls }: SubmissionsViewState) =>
  scrolls ? { page: 1, pageSize: BLOCK_SIZE } : { page, pageSize: size }

/** How many pages there are; at least one, so that an empty table has a first page. */
export const pageCount = (count: number, size: number) => Math.max(1, Math.ceil(count / size))

import { type ColumnRange, readRanges, writeRanges } from './column-ranges.ts'
import { readFilter, writeFilter } from './filter-params.ts'
import type { RowFilter } from './filter.ts'

/** Numbers of rows that a page may have. */
export const PAGE_SIZES = [30, 100, 500, 1000] as const
export type PageSize = (typeof PAGE_SIZES)[number]

/** The sort order of rows; `field`: see `sortKey`. */
export interface RowSort {
  field: string
  descending: boolean
}

/** Which columns the table shows; `null`: the default. */
export interface ColumnChoice {
  /** Columns that scroll, in this order. */
  columns: readonly ColumnRange[] | null
  /** Ids of columns that stay visible, in this order. */
  frozen: readonly string[] | null
  /** Hides columns without a value in the rows shown. */
  hidesEmpty: boolean
}

const NONE_COLLAPSED: readonly string[] = []

export const DEFAULT_COLUMNS: ColumnChoice = { columns: null, frozen: null, hidesEmpty: false }

/** What the URL of the table describes. */
export interface DatasetQuery extends ColumnChoice {
  /** Keys of the sections that are collapsed. */
  collapsed: readonly string[]
  /** Counts from 1. */
  page: number
  size: PageSize
  /** Whether all rows that match are in one scroll area, instead of pages. */
  scrolls: boolean
  /** Index of the form's language for labels; `null`: XML names. */
  language: number | null
  /** `_id` of the row in the side panel. */
  submission: number | null
  filter: RowFilter
  /** `null`: newest first. */
  sort: RowSort | null
}

const DEFAULT_SIZE: PageSize = 100
const XML_NAMES = 'xml'
const HIDDEN = 'hidden'

const wholeNumber = (text: string | null) => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null)

/** Reads a query from a URL. Parameters that cannot be read are ignored; an unreadable filter matches no rows. */
export function readDatasetQuery(search: URLSearchParams): DatasetQuery {
  const size = wholeNumber(search.get('size'))
  return {
    page: Math.max(1, wholeNumber(search.get('page')) ?? 1),
    size: PAGE_SIZES.find((known) => known === size) ?? DEFAULT_SIZE,
    scrolls: search.get('scroll') === '1',
    language: search.get('labels') === XML_NAMES ? null : (wholeNumber(search.get('labels')) ?? 0),
    submission: wholeNumber(search.get('submission')),
    filter: readFilter(search.get('filter')),
    sort: readSort(search.get('sort')),
    columns: readIfPresent(search.get('columns'), readRanges),
    frozen: readIfPresent(search.get('frozen'), readNames),
    hidesEmpty: search.get('empty') === HIDDEN,
    collapsed: readIfPresent(search.get('folded'), readNames) ?? NONE_COLLAPSED,
  }
}

/** The URL parameters of a query, without defaults. */
export function writeDatasetQuery({
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
  collapsed,
}: DatasetQuery): Record<string, string> {
  const filterText = writeFilter(filter)
  return {
    ...(page > 1 && !scrolls && { page: String(page) }),
    ...(size !== DEFAULT_SIZE && { size: String(size) }),
    ...(scrolls && { scroll: '1' }),
    ...(language !== 0 && { labels: language === null ? XML_NAMES : String(language) }),
    ...(submission !== null && { submission: String(submission) }),
    ...(filterText && { filter: filterText }),
    ...(sort && { sort: `${sort.descending ? '-' : ''}${sort.field}` }),
    ...(columns && { columns: writeRanges(columns) }),
    ...(frozen && { frozen: writeRanges(frozen) }),
    ...(hidesEmpty && { empty: HIDDEN }),
    ...(collapsed.length > 0 && { folded: writeRanges(collapsed) }),
  }
}

const readNames = (text: string) => readRanges(text).filter((range) => typeof range === 'string')

const readIfPresent = <Value>(text: string | null, read: (text: string) => Value) => (text === null ? null : read(text))

function readSort(text: string | null): RowSort | null {
  // `$` is not allowed: the server would read it as an operator.
  if (!text || text === '-' || text.includes('$')) return null
  return text.startsWith('-') ? { field: text.slice(1), descending: true } : { field: text, descending: false }
}

/** Rows per request while all rows are in one scroll area. */
export const CHUNK_SIZE: PageSize = 100

/** The page that a query requests first. */
export const pageOf = ({ page, size, scrolls }: Pick<DatasetQuery, 'page' | 'size' | 'scrolls'>) =>
  scrolls ? { page: 1, pageSize: CHUNK_SIZE } : { page, pageSize: size }

/** The number of pages; at least 1. */
export const pageCount = (count: number, size: number) => Math.max(1, Math.ceil(count / size))

import type { MutationOptions, QueryClient, QueryKey, UseQueryOptions } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import type { Page } from '#/api/pagination.ts'
import type { Form } from '#/dataset/model/form.ts'
import type { Row, RowFile, RowKey } from '#/dataset/model/row.ts'
import type { StatusRecord } from '#/dataset/model/system-fields.ts'
import type { RowFilter, Test } from '#/dataset/query/filter.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import type { Status } from '#/dataset/query/status.ts'

/** What a source offers to a view, as TanStack Query takes it. */
export type SourceQuery<Data> = UseQueryOptions<Data, ApiError, Data, QueryKey>

/** What a source can do. A view offers nothing else. */
export interface SourceCapabilities {
  /** How it sorts: by the type of a column, by the text of every value, or not at all. */
  sort: 'typed' | 'text' | 'none'
  operators: ReadonlySet<Test['op']>
  /** Whether any page can be requested without those before it. Else there is no scrolling through all rows. */
  jump: boolean
  /** Whether rows that arrive later can be kept out of the pages that are shown. */
  snapshot: boolean
  /** Whether rows can be changed. */
  write: boolean
  /** Whether it can search all text questions for a text at once (`ANY_TEXT`). */
  searchTexts: (text: string) => boolean
}

/** The newest row that belongs to a view; rows with a higher key arrived later. */
export type RowSnapshot = RowKey

/** The keys of a page in an order that the source does not know; `count`: of all pages. */
export interface KeyPage {
  keys: readonly RowKey[]
  count: number
}

export interface RowPageRequest {
  filter: RowFilter
  /** `null`: newest first. */
  sort: RowSort | null
  /** Counts from 1. */
  page: number
  pageSize: number
  /** `null`: all rows, also those that arrived later. */
  snapshot: RowSnapshot | null
  /** Ids of the columns that are needed; `undefined`: all. */
  fields: readonly string[] | undefined
  /** These rows, in place of those that `filter` and `sort` describe. */
  keyPage: KeyPage | null
}

/** Rows of one request; `count`: how many match. */
export type RowPage = Page<Row>

/** Further columns of rows that are shown already. */
interface ColumnsRequest {
  filter: RowFilter
  keys: readonly RowKey[]
  /** Whether no other row that matches is between the first and the last of them, newest first. */
  isContiguous: boolean
  /** `undefined`: all. */
  fields: readonly string[] | undefined
}

export interface WalkRequest {
  filter: RowFilter
  /** Only these rows. */
  keys?: Iterable<RowKey>
  /** Ids of the columns that are needed; `undefined`: all. */
  fields: readonly string[] | undefined
  snapshot?: RowSnapshot | null
  pageSize?: number
}

/** Where a walk continues: a value that the source gave with a page. */
export type Cursor = RowKey

export interface WalkedRows {
  rows: Row[]
  /** Keys, or `null` where not even that could be read. */
  unreadable: (RowKey | null)[]
  /** How many rows were still to come, these included. */
  remaining: number
  /** `null` after the last page. */
  next: Cursor | null
}

export interface NewestRow {
  /** How many rows match. */
  count: number
  /** `null` where there is none. */
  key: RowKey | null
}

/** Which rows `newest` looks at. */
interface NewestRequest {
  filter: RowFilter
  /** Only those after this snapshot. */
  after?: RowSnapshot | null
  /** How many of the newest are left out. */
  skip?: number
}

/** What a source says about its rows without a list of them. */
export interface DatasetState {
  /** How many rows there are; `null` where the account may see only some. */
  count: number | null
  /** When the last row arrived, ISO 8601; `null` where there is none. */
  lastArrival: string | null
  /** When this was read, in milliseconds since 1970. */
  readAt: number
}

/** Earlier versions of the form. */
export interface FormVersions {
  /** Newest first. */
  ids: readonly string[]
  /** Those whose questions differ from the form's and from each other's, newest first. */
  former: readonly string[]
  /** Whether the source has more versions than it named. */
  isTruncated: boolean
  /** The form of a version, its labels in the order of the current form's languages. */
  form: (id: string) => SourceQuery<Form>
}

/** The files that came with rows. */
export interface FileAccess {
  load: (url: string) => SourceQuery<Blob>
  /** For saving it on the reader's device. */
  download: (file: RowFile) => MutationOptions<Blob, ApiError, void>
  /** Where the browser can open a file by itself; `null` where it cannot. */
  addressOf: (client: QueryClient, url: string) => string | null
  /** Whether the server keeps its files from pages of this site. */
  areBlocked: SourceQuery<boolean>
  /** Requests once more the files that failed. */
  retry: (client: QueryClient) => void
}

/** Changing the validation status of a row. */
export interface StatusAccess {
  set: (key: RowKey) => MutationOptions<StatusRecord | null, ApiError, Status | null>
  /** Of the mutations of a row's status, to find those that are pending. */
  mutationKey: (key: RowKey) => QueryKey
}

/**
 * Where the rows of a dataset come from. Everything above `dataset/sources` requests rows through it and knows no server.
 */
export interface RowSource {
  /** Names the dataset, also for what the browser remembers of it. */
  id: string
  /** As people call it. */
  name: string
  form: Form
  can: SourceCapabilities
  /** With what the keys of all queries and mutations of its rows begin. */
  queryKey: QueryKey
  /** With what the keys of pages begin. */
  pagesKey: QueryKey
  page: (request: RowPageRequest) => SourceQuery<RowPage>
  columns: (request: ColumnsRequest) => SourceQuery<RowPage>
  /** Splits ids of columns into lists that are requested one by one, for so many rows. */
  splitFields: (fields: readonly string[], rowCount: number) => string[][]
  /** Of how many rows all columns may be requested at once. */
  maxWholeRows: number
  /** Of how many rows that are not contiguous columns may be requested at once. */
  keysPerRequest: number
  one: (key: RowKey) => SourceQuery<Row>
  /** The newest row that matches. Used only where the source has snapshots. */
  newest: (request: NewestRequest) => SourceQuery<NewestRow>
  /** For polling; `null` where only a list of rows could say as much. Starts with what `client` knows already. */
  state: ((client: QueryClient) => SourceQuery<DatasetState>) | null
  /**
   * All rows that match, newest first, page by page. Rows that arrive or are deleted meanwhile make none come twice.
   * @throws ApiError, or the signal's reason
   */
  walk: (
    client: QueryClient,
    request: WalkRequest,
    from: { cursor: Cursor | null; signal: AbortSignal },
  ) => AsyncIterable<WalkedRows>
  /** `null` where the form has one version. */
  versions: FormVersions | null
  /** `null` where rows have no files. */
  files: FileAccess | null
  /** `null` where statuses cannot be changed. */
  status: StatusAccess | null
  /** Refetches whatever shows how many rows there are. */
  refreshCounts: (client: QueryClient) => void
}

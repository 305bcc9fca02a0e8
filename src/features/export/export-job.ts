import type { SortOrder } from '#/dataset/model/sort.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import type { CsvDialect } from '#/lib/spreadsheet/csv.ts'

/** One column of the file, and how an answer becomes its cell. Plain data, since it is sent to the worker. */
export interface ColumnPlan {
  header: string
  /** Key of the answer in a submission. */
  key: string
  as:
    | 'text'
    | 'number'
    | 'choiceLabel'
    | 'choiceLabels'
    | 'isSelected'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'latitude'
    | 'longitude'
    | 'altitude'
    | 'accuracy'
    | 'status'
    | 'entries'
    | 'tags'
  /** Labels by value; one object for all questions with the same choice list. */
  labels?: ReadonlyMap<string, string> | undefined
  /** For `isSelected`: the name of the choice. */
  choice?: string
}

/** A sheet of submissions, or of entries of a repeat group. */
export interface SheetPlan {
  name: string
  columns: ColumnPlan[]
  /** The repeat groups inside; each has a sheet of its own. */
  repeats: RepeatPlan[]
}

export interface RepeatPlan extends SheetPlan {
  key: string
}

export type ExportFormat = 'csv' | 'xlsx' | 'geojson'

/** What the worker needs to make the file. */
export interface ExportJob {
  format: ExportFormat
  sheet: SheetPlan
  /** Whether answers without a column of the plan get columns of their own, at the end. */
  includeUnknown: boolean
  /** `null`: in the order in which rows arrive, newest first. */
  sort: (RowSort & SortOrder) | null
  csv: CsvDialect
  /** The question with the geometry of each feature. `isArea`: its points are a polygon, not a line. */
  geometry: { key: string; isArea: boolean } | null
  /** Headers of the first columns of a repeat group's sheet, which link an entry to its parent row and submission. */
  entryHeaders: { index: string; parentSheet: string; parentIndex: string; submission: string }
}

/** The finished file. */
export interface ExportResult {
  file: Blob
  rows: number
  /** Entries of repeat groups, on sheets of their own. */
  entries: number
  /** Rows left out of a GeoJSON file, since they have no geometry. */
  withoutGeometry: number
  /** Texts that were cut, since they were too long for a cell. */
  truncated: number
}

export type WorkerRequest =
  | { type: 'start'; job: ExportJob }
  | { type: 'rows'; rows: readonly Readonly<Record<string, unknown>>[] }
  | { type: 'finish' }

export type WorkerMessage =
  | { type: 'received' }
  | { type: 'written'; rows: number }
  | { type: 'done'; result: ExportResult }
  | { type: 'failed'; reason: 'tooLarge' | 'broken' }

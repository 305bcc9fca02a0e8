import type { SortAs } from '#/dataset/model/sort-keys.ts'
import type { CsvStyle } from '#/lib/spreadsheet/csv.ts'

/** How one answer becomes one cell. Plain data: it goes to the worker. */
export interface CellPlan {
  head: string
  /** Of the answer in a submission. */
  key: string
  as:
    | 'text'
    | 'number'
    | 'words'
    | 'severalWords'
    | 'isChosen'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'latitude'
    | 'longitude'
    | 'altitude'
    | 'accuracy'
    | 'status'
    | 'entries'
  /** Words for values; shared by all questions with the same list. */
  words?: ReadonlyMap<string, string> | undefined
  /** `isChosen`: of which choice. */
  choice?: string
}

/** A sheet of rows: of the submissions, or of the entries of a repeat group. */
export interface SheetPlan {
  name: string
  cells: CellPlan[]
  /** Repeat groups with a sheet of their own. */
  repeats: RepeatPlan[]
}

export interface RepeatPlan extends SheetPlan {
  key: string
}

export type ExportFormat = 'csv' | 'xlsx' | 'geojson'

/** All that the worker needs to know. */
export interface ExportJob {
  format: ExportFormat
  sheet: SheetPlan
  /** Answers that no column of the plan takes get columns of their own, at the end. */
  takesUnknown: boolean
  /** `null`: as they come, newest first. */
  sort: { field: string; descending: boolean; as: SortAs } | null
  csv: CsvStyle
  /** Where the place of a feature stands; an area is a closed shape. */
  place: { key: string; isArea: boolean } | null
  /** What heads the columns of a repeat group's sheet that say where an entry belongs. */
  entryHeads: { index: string; parentSheet: string; parentIndex: string; submission: string }
}

/** The finished file. */
export interface ExportResult {
  file: Blob
  rows: number
  /** Entries of repeat groups, on sheets of their own. */
  entries: number
  /** Without a place, where the format needs one. */
  withoutPlace: number
  /** Texts that were too long for a cell. */
  cut: number
}

export type ToWorker =
  | { type: 'start'; job: ExportJob }
  | { type: 'rows'; rows: readonly Readonly<Record<string, unknown>>[] }
  | { type: 'finish' }

export type FromWorker =
  | { type: 'taken' }
  | { type: 'written'; rows: number }
  | { type: 'done'; result: ExportResult }
  | { type: 'failed'; reason: 'tooLarge' | 'broken' }

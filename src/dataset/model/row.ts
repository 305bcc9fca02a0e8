import type { Loadable } from '#/lib/loaded-fields.ts'

/** Identifies a row within its source, also in URLs and selections. Newer rows have higher keys. */
export type RowKey = number

/**
 * One row of a dataset: values by column id, all as text; a repeat group is a list of such records.
 * Keys that begin with `_` are reserved for what a server adds (see `system-fields.ts`); a source gives them these names
 * whatever its server calls them. A row knows which of its fields were loaded: `isFieldLoaded` and `readField`.
 */
export interface Row extends Loadable {
  readonly _id: RowKey
  readonly [field: string]: unknown
}

/** A photo, recording or file that came with a row. */
export interface RowFile {
  /** The URL of the file; `''` if it cannot be loaded. */
  url: string
  /** A smaller picture for the panel; only for pictures. */
  previewUrl?: string | undefined
  /** The smallest picture, for a cell; only for pictures. */
  thumbnailUrl?: string | undefined
  mimeType: string
  isDeleted: boolean
}

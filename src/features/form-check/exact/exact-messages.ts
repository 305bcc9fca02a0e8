import type { CellSheet } from '#/lib/spreadsheet/read-cells.ts'
import type { ExactResult } from '#/lib/xlsform/pyxform/exact-check.ts'

/** A form to check. */
export interface ExactRequest {
  sheets: readonly CellSheet[]
  title: string
  /** The URL of the folder with Python's files. */
  folder: string
  /** The server's converter; needed once. */
  packages: Uint8Array | null
}

/**
 * Why there is no result. `forbidden`: the site does not let the worker run WebAssembly. `wrong-type`: the site does not
 * say that the file is WebAssembly. `not-loaded`: a file did not arrive.
 */
export type ExactFault = 'forbidden' | 'wrong-type' | 'not-loaded' | 'failed'

/** How far an exact check is: how much is loaded, from 0 to 1, and in the end one result or fault. */
export type ExactState =
  | { is: 'loading'; loaded: number }
  | { is: 'checking' }
  | { is: 'done'; result: ExactResult; took: number }
  | { is: 'fault'; fault: ExactFault; detail: string }

/** What the worker says: `ready` once, if it may run WebAssembly. */
export type WorkerReply = { is: 'ready' } | Exclude<ExactState, { is: 'loading' }>

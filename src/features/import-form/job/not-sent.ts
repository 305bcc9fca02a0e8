import type { FileKind } from '#/lib/spreadsheet/spreadsheet-kind.ts'

export type RejectionReason = Exclude<FileKind, 'xlsx' | 'xls'> | 'too-large' | 'unreadable'

/** The stage of a file that is not sent: it is unsuitable, or held until the person decides. */
export type UnsentStage =
  | { stage: 'refused'; reason: RejectionReason; fileSize: number }
  /** The check found errors, or could not be made. */
  | { stage: 'held' | 'unchecked' }

/** The error of a file that is not sent: it is no spreadsheet, too large, the browser cannot read it, or it is held. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
  readonly stage: UnsentStage

  constructor(stage: UnsentStage) {
    super(stage.stage)
    this.stage = stage
  }
}

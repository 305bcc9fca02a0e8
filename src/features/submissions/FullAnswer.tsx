import type { Submission } from '#/api/submissions/schema.ts'
import { Answer } from './Answer.tsx'
import type { Answers } from './answers.ts'
import type { AnswerColumn } from './columns.ts'
import { MediaAnswer } from './MediaAnswer.tsx'
import { UnknownEntries } from './UnknownEntries.tsx'

export interface FullAnswerProps {
  submission: Submission
  /** The submission itself, or an entry of a repeat group in it. */
  row: Answers
  column: AnswerColumn
}

const MEDIA = new Set(['photo', 'audio', 'video', 'file'])

/** An answer with all that belongs to it. */
export function FullAnswer({ submission, row, column }: FullAnswerProps) {
  if (column.source === 'question' && MEDIA.has(column.kind)) {
    return <MediaAnswer submission={submission} column={column} row={row} />
  }
  if (column.source === 'unknown' && column.kind === 'repeat') return <UnknownEntries row={row} column={column} />
  return <Answer column={column} row={row} whole />
}

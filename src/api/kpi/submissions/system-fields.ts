import { readField, requireField } from './loaded-fields.ts'
import type { Attachment, Submission, ValidationStatus, Verdict } from './schema.ts'

// What the server adds to a submission, as the schema has checked it. All throw `FieldNotLoaded` as `readField` does.

type SystemField = '_validation_status' | '_submission_time' | '_submitted_by' | '__version__' | '_attachments'

/** Their types are what the schema of a submission promises. */
const read = <Value>(row: Submission, field: SystemField) => readField(row, field) as Value | undefined

/** `null` until reviewed. */
export const statusOf = (row: Submission) => read<ValidationStatus | null>(row, '_validation_status') ?? null

export const verdictOf = (row: Submission): Verdict | null => statusOf(row)?.uid ?? null

/** The verdict, for what decides over a change. @throws FieldNotLoaded in every build */
export const requireVerdict = (row: Submission): Verdict | null =>
  (requireField(row, '_validation_status') as ValidationStatus | null)?.uid ?? null

/** ISO 8601 in UTC, but without the `Z`. */
export const submissionTimeOf = (row: Submission) => read<string>(row, '_submission_time')

/** `null` when sent without signing in [0808]. */
export const submittedBy = (row: Submission) => read<string | null>(row, '_submitted_by') ?? null

/** The uid of the form's version. */
export const versionOf = (row: Submission) => read<string | null>(row, '__version__') ?? null

/** The files, those that were deleted included. */
export const attachmentsOf = (row: Submission): readonly Attachment[] => read<Attachment[]>(row, '_attachments') ?? []

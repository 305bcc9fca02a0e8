import * as z from 'zod/mini'

/** The key of the project's settings that has the notes. Other programs leave it alone [2020]. */
export const NOTES_KEY = 'fieldboard-notes'

/** Longest note: settings come with each item of a list of projects [2022]. */
export const LONGEST_NOTE = 500

const RawNotes = z.record(z.string(), z.unknown())

/** What a project keeps under {@link NOTES_KEY}; `null` if it is something else, which is not to be overwritten. */
export function rawNotesOf({ [NOTES_KEY]: raw }: { [NOTES_KEY]?: unknown }): Record<string, unknown> | null {
  return RawNotes.safeParse(raw ?? {}).data ?? null
}

/** The note of a version; empty if it has none. */
export function publishingNoteOf(settings: { [NOTES_KEY]?: unknown }, versionUid: string): string {
  const note = rawNotesOf(settings)?.[versionUid]
  return typeof note === 'string' ? note : ''
}

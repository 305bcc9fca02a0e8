import * as z from 'zod/mini'
import { readPersonalData, writePersonalData } from '#/api/personal-storage.ts'

/** A temporary project of a trial deployment, as it is remembered until it is deleted. */
const TrialDraft = z.object({
  /** Tells it from others. */
  id: z.string(),
  name: z.string(),
  /** Whether only this project can have the name; false where the form has a title. */
  hasOwnName: z.boolean(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** The server refused the upload: there is no project. */
  isRefused: z.optional(z.boolean()),
  /** Absent until the server has answered the upload. */
  importUid: z.optional(z.string()),
  /** Absent until the import has ended. */
  assetUid: z.optional(z.string()),
})
export type TrialDraft = z.output<typeof TrialDraft>

/** The temporary projects of an account that were not deleted, as far as is known. */
export const readTrialDrafts = (account: string): TrialDraft[] =>
  z.array(TrialDraft).safeParse(readPersonalData(account, 'trial-drafts')).data ?? []

const writeTrialDrafts = (account: string, drafts: readonly TrialDraft[]) =>
  writePersonalData(account, 'trial-drafts', '', drafts.length === 0 ? null : drafts)

/** Remembers a temporary project, or what more is known of it. Returns false if it cannot be stored. */
export const rememberDraft = (account: string, draft: TrialDraft) =>
  writeTrialDrafts(account, [...readTrialDrafts(account).filter(({ id }) => id !== draft.id), draft])

export const forgetDraft = (account: string, { id }: Pick<TrialDraft, 'id'>) =>
  writeTrialDrafts(
    account,
    readTrialDrafts(account).filter((draft) => draft.id !== id),
  )

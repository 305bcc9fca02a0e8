import * as z from 'zod/mini'
import { readPersonalData, writePersonalData } from '#/api/personal-storage.ts'

/** What is stored of an import for a reload of the tab, to query it again or to name it. Times are milliseconds since 1970. */
const SentImport = z.object({
  id: z.string(),
  fileName: z.string(),
  link: z.optional(z.string()),
  digest: z.optional(z.string()),
  /** When the file was chosen. */
  started: z.number(),
  /** Absent while the file is being sent. */
  importUid: z.optional(z.string()),
  sent: z.optional(z.number()),
  isWaiting: z.boolean(),
  /** Present if it was certainly not sent. */
  isUnsent: z.optional(z.boolean()),
})
export type SentImport = z.output<typeof SentImport>

export const readSentImports = (account: string): SentImport[] =>
  z.array(SentImport).safeParse(readPersonalData(account, 'imports')).data ?? []

/** If the storage is full or blocked, a reload loses the list of imports; the server finishes them anyway. */
export const writeSentImports = (account: string, imports: SentImport[]) =>
  void writePersonalData(account, 'imports', '', imports.length === 0 ? null : imports)

import * as z from 'zod/mini'
import { readPersonal, writePersonal } from '#/api/personal-storage.ts'

/** What is kept of an import for a reload of this tab: enough to ask the server for it again. Never the file. */
const SentImport = z.object({
  id: z.string(),
  fileName: z.string(),
  started: z.number(),
  /** Missing while it is on its way. */
  importUid: z.optional(z.string()),
  sent: z.optional(z.number()),
  isWaiting: z.boolean(),
})
export type SentImport = z.output<typeof SentImport>

export const readSentImports = (account: string): SentImport[] =>
  z.array(SentImport).safeParse(readPersonal(account, 'imports')).data ?? []

/** Where the storage is full or blocked, a reload forgets the imports; they go on at the server. */
export const writeSentImports = (account: string, imports: SentImport[]) =>
  void writePersonal(account, 'imports', '', imports.length === 0 ? null : imports)

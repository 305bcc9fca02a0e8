import * as z from 'zod/mini'
import { connections } from '#/api/connection.ts'

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

const PREFIX = 'fieldboard.imports.'

export function readSentImports(account: string): SentImport[] {
  try {
    return z.array(SentImport).parse(JSON.parse(sessionStorage.getItem(PREFIX + account) ?? '[]'))
  } catch {
    return [] // blocked storage, or written by another version
  }
}

export function writeSentImports(account: string, imports: SentImport[]) {
  try {
    if (imports.length === 0) sessionStorage.removeItem(PREFIX + account)
    else sessionStorage.setItem(PREFIX + account, JSON.stringify(imports))
  } catch {
    // Full or blocked storage: a reload forgets the imports; they go on at the server.
  }
}

/** Signing out leaves nothing behind. */
connections.subscribe(() => {
  try {
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
    for (const key of keys) if (!connections.find(key.slice(PREFIX.length))) sessionStorage.removeItem(key)
  } catch {
    // Blocked storage holds nothing.
  }
})

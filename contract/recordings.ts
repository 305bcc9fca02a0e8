import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

/** Headers with names in lower case. */
const Headers = z.pipe(
  z.record(z.string(), z.string()),
  z.transform((headers) =>
    Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value])),
  ),
)

/** A request to a real KPI and its response. */
const Recording = z.object({
  request: z.object({
    method: z.string().check(z.toUpperCase()),
    path: z.string(),
    query: z.optional(z.nullable(z.string())),
    headers: z._default(Headers, {}),
    body: z.optional(z.unknown()),
  }),
  response: z.object({
    status: z.number(),
    headers: z._default(Headers, {}),
    body: z.optional(z.unknown()),
  }),
})
export type Recording = z.output<typeof Recording> & {
  /** File name without extension: `0340-asset-detail-deployed`. */
  name: string
}

/** The folder of recordings next to the project; it may be missing. */
export const RECORDINGS = fileURLToPath(new URL('../../shared/recordings/', import.meta.url))

export const hasRecordings = existsSync(RECORDINGS)

/** A file that is not a valid recording. */
export interface UnreadableFile {
  name: string
  problem: string
}

/** The recordings of a folder, sorted by name, and the files that are not valid. */
export function readFolder(folder: string): { recordings: Recording[]; unreadable: UnreadableFile[] } {
  const recordings: Recording[] = []
  const unreadable: UnreadableFile[] = []
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith('.json')) continue
    const name = file.replace(/\.json$/, '')
    try {
      const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const { error, data } = Recording.safeParse(content)
      if (data) recordings.push({ name, ...data })
      else unreadable.push({ name, problem: `not a recording: ${oneLine(z.prettifyError(error))}` })
    } catch (error) {
      unreadable.push({ name, problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  return { recordings, unreadable }
}

/** The recordings next to the project; empty if the folder is missing. */
export const readRecordings = (): Recording[] => (hasRecordings ? readFolder(RECORDINGS).recordings : [])

/** The text in one line. */
export const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

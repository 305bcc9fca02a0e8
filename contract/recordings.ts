import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

/** By their names in lower case. */
const Headers = z.pipe(
  z.record(z.string(), z.string()),
  z.transform((headers) =>
    Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value])),
  ),
)

/** One exchange with a real KPI, as the folder of recordings keeps it. */
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
  /** Name of the file without its ending: `0340-asset-detail-deployed`. */
  name: string
}

/** Beside the project, where it is there at all. */
export const RECORDINGS = fileURLToPath(new URL('../../shared/recordings/', import.meta.url))

export const hasRecordings = existsSync(RECORDINGS)

/** A file that holds no exchange. */
export interface Unreadable {
  name: string
  problem: string
}

/** Every recording of a folder, by number, and what of its files is none. */
export function readFolder(folder: string): { recordings: Recording[]; unreadable: Unreadable[] } {
  const recordings: Recording[] = []
  const unreadable: Unreadable[] = []
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

/** Every recording beside the project; none where the folder is absent. */
export const readRecordings = (): Recording[] => (hasRecordings ? readFolder(RECORDINGS).recordings : [])

/** What zod or a comparison says, as one line. */
export const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' ')

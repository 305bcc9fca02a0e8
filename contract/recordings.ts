import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod/mini'

/** One exchange with a real KPI, as the folder of recordings keeps it. */
export const Recording = z.object({
  request: z.object({
    method: z.string(),
    path: z.string(),
    query: z.nullable(z.string()),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
  response: z.object({
    status: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
  }),
})
export type Recording = z.output<typeof Recording> & {
  /** Name of the file without its ending: `0340-asset-detail-deployed`. */
  name: string
}

/** Beside the project, where it is there at all. */
const RECORDINGS = new URL('../../shared/recordings/', import.meta.url)

export const hasRecordings = existsSync(RECORDINGS)

/** Every recording, by number; none where the folder is absent. */
export function readRecordings(): Recording[] {
  if (!hasRecordings) return []
  return readdirSync(RECORDINGS)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const content: unknown = JSON.parse(readFileSync(new URL(file, RECORDINGS), 'utf8'))
      return { name: file.replace('.json', ''), ...z.parse(Recording, content) }
    })
}

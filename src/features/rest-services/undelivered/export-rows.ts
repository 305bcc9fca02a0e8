import type { QueryClient } from '@tanstack/react-query'
import type { HookFields } from '#/api/kpi/hooks/hook-fields.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { jsonPayload } from '#/features/rest-services/model/payload.ts'

/** More ids would make the URL too long. */
const IDS_PER_REQUEST = 150

interface ExportOptions {
  assetUid: string
  fields: HookFields
  ids: readonly number[]
  signal: AbortSignal
  onProgress: (done: number) => void
}

/**
 * The bodies that a service would send of these submissions, as one JSON list, the newest first. Submissions of which it
 * would send nothing, or which were deleted meanwhile, are left out.
 * @throws ApiError, or the signal's reason
 */
export async function exportRows(
  client: QueryClient,
  { assetUid, fields, ids, signal, onProgress }: ExportOptions,
): Promise<{ json: string; count: number }> {
  const bodies: unknown[] = []
  const template = fields.export_type === 'json' ? fields.payload_template : ''
  for (let start = 0; start < ids.length; start += IDS_PER_REQUEST) {
    signal.throwIfAborted()
    const rows = await client.query(hookQueries.rows(assetUid, ids.slice(start, start + IDS_PER_REQUEST)))
    signal.throwIfAborted()
    bodies.push(...rows.map((row) => jsonPayload(row, { ...fields, payload_template: template })))
    onProgress(Math.min(ids.length, start + IDS_PER_REQUEST))
  }
  const sent = bodies.filter((body) => body !== null)
  return { json: JSON.stringify(sent, null, 2), count: sent.length }
}

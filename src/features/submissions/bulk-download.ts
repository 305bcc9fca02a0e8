import type { QueryClient } from '@tanstack/react-query'
import type { Asset } from '#/api/assets/schema.ts'
import { submissionQueries } from '#/api/submissions/queries.ts'
import { saveFile, toFileName } from '#/lib/save-file.ts'

const LOT = 200

/** These submissions whole, as the server has them, in one file of JSON. @throws ApiError where one cannot be read. */
export async function downloadRows(client: QueryClient, asset: Pick<Asset, 'uid' | 'name'>, ids: readonly number[]) {
  const parts: string[] = []
  for (let at = 0; at < ids.length; at += LOT) {
    const named = { _id: { $in: ids.slice(at, at + LOT) } }
    const request = { query: named, below: null, limit: LOT }
    const { results } = await client.query(submissionQueries.below(asset.uid, request))
    parts.push(...results.map((row) => JSON.stringify(row, null, 1)))
  }
  saveFile(new Blob([`[\n${parts.join(',\n')}\n]\n`]), toFileName(`${asset.name} (${ids.length})`, 'json'))
}

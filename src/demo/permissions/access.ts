import { forbidden, notFound } from '#/demo/answers.ts'
import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { isDeletedMeanwhile } from '#/demo/seed/assets.ts'
import { heldBy } from './permissions.ts'

/**
 * The asset that a request is about.
 * @throws 404 also where it is hidden from the caller, signed in or not [0348, 0349]
 */
export function requireAsset({ db, params, username }: Call): AssetRecord {
  const asset = db.asset(params.uid ?? '')
  if (!asset || isDeletedMeanwhile(asset.uid) || !heldBy(asset, username).has('view_asset')) throw notFound()
  return asset
}

/** @throws 403 where the caller sees the asset, but may not do this with it [0382] */
export function requirePermission(asset: AssetRecord, { username }: Call, codename: string) {
  if (!heldBy(asset, username).has(codename)) throw forbidden()
}

export const viewOf = ({ db, username, url }: Call) => ({ db, username, origin: url.origin })

/**
 * The body as JSON; what is no object counts as empty. To be read before anything of the database is: until an
 * answer is saved, no other request may come in between.
 */
export async function bodyOf({ request }: Call): Promise<Record<string, unknown>> {
  const body: unknown = await request.json()
  return isRecord(body) ? body : {}
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import type { AssetRecord } from '#/demo/records.ts'
import type { Call } from '#/demo/resource.ts'
import { forbidden, notFound } from '#/demo/responses.ts'
import { isDeletedMeanwhile } from '#/demo/seed/assets.ts'
import { permissionsOf } from './permissions.ts'

/**
 * The asset in the request's path.
 * @throws 404 also when the user may not see it, signed in or not [0348, 0349]
 */
export function requireAsset({ db, params, username }: Call): AssetRecord {
  const asset = db.asset(params.uid ?? '')
  if (!asset || isDeletedMeanwhile(asset.uid) || !permissionsOf(asset, username).has('view_asset')) throw notFound()
  return asset
}

/** @throws 403 when the user sees the asset, but does not have the permission [0382] */
export function requirePermission(asset: AssetRecord, { username }: Call, codename: string) {
  if (!permissionsOf(asset, username).has(codename)) throw forbidden()
}

export const viewOf = ({ db, username, url }: Call) => ({ db, username, origin: url.origin })

/**
 * The JSON body; anything but an object counts as empty. Read it before reading the database: between reading the
 * database and saving, there must be no other `await`.
 */
export async function bodyOf({ request }: Call): Promise<Record<string, unknown>> {
  const body: unknown = await request.json()
  return isRecord(body) ? body : {}
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

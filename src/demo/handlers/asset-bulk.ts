import { requireUser } from '#/demo/authentication.ts'
import { newestVersion } from '#/demo/assets/content.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, isRecord } from '#/demo/permissions/access.ts'
import { permissionsOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json } from '#/demo/responses.ts'

const ACTIONS = ['archive', 'unarchive', 'delete', 'undelete']
const refuse = (text: string) => badRequest({ payload: [text] })

/**
 * The assets of a bulk action. KPI acts on **all** assets of the user where the list is empty [2510], and asks for
 * `confirm` only where it is missing [1411]. One asset without the right fails the whole [1407].
 */
function targetsOf({ db, username }: Call, payload: Record<string, unknown>, action: string): AssetRecord[] {
  const { asset_uids: uids, confirm } = payload
  const own = () => db.assets().filter(({ owner }) => owner === username)
  if (!Array.isArray(uids)) {
    if (confirm !== true) throw refuse('Confirmation is required')
    return own()
  }
  if (uids.length === 0) return own()
  return uids.map((uid: unknown) => {
    const asset = db.asset(String(uid))
    const isAllowed =
      asset && (action === 'delete' ? asset.owner === username : permissionsOf(asset, username).has('change_asset'))
    if (!isAllowed) throw forbidden()
    return asset
  })
}

export const assetBulkResources: Resource[] = [
  resource('api/v2/assets/bulk/', {
    /** Archives, unarchives or deletes several assets at once [1401-1411]. */
    POST: async (call) => {
      const { payload } = await bodyOf(call)
      requireUser(call.username)
      const request = isRecord(payload) ? payload : {}
      const action = String(request.action)
      if (!ACTIONS.includes(action)) throw refuse(`Supported values for \`action\` are: ${ACTIONS.join(', ')}`)
      if (action === 'undelete') throw forbidden() // for superusers only [1408]
      const assets = targetsOf(call, request, action)
      if (action !== 'delete' && assets.some(({ deployed_version_id: version }) => version === null)) {
        throw refuse('Draft projects cannot be archived') // [1404]
      }
      for (const asset of assets) {
        if (action === 'delete') await call.db.deleteAsset(asset.uid)
        else {
          await call.db.saveAsset({ ...asset, active: action === 'unarchive' })
          await recordAction(call, asset, action, { latest_version_uid: newestVersion(asset).uid })
        }
      }
      const [verb, noun] = [`${action}d`, assets.length === 1 ? 'project has' : 'projects have']
      return json({ detail: `${assets.length} ${noun} been ${verb}` })
    },
  }),
]

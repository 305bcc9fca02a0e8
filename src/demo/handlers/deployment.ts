import { assetDetail } from '#/demo/assets/asset-serializer.ts'
import { currentContent, newestVersion, resolveContent } from '#/demo/assets/content.ts'
import { serializeVersions } from '#/demo/assets/version-serializer.ts'
import { deployNewest } from '#/demo/assets/versions.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, requireAsset, requirePermission, viewOf } from '#/demo/permissions/access.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, errorResponse, json, notFound, pageOf, serverError } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { compileError, SERVER_CRASH } from '#/demo/xlsform/compile.ts'

/** The response to every deployment request; it contains the whole asset [0506]. */
const deploymentResponse = (asset: AssetRecord, call: Call) =>
  json({
    backend: 'openrosa',
    active: asset.active,
    version_id: asset.deployed_version_id,
    asset: assetDetail(asset, viewOf(call)),
  })

/** @throws KPI's response to invalid values of `active` and `version_id` [0505, 0513, 0523] */
function checkRequest(asset: AssetRecord, { active, version_id: version }: Record<string, unknown>) {
  if (active !== undefined && typeof active !== 'boolean') throw badRequest({ active: ['Must be a valid boolean.'] })
  if (version !== undefined && version !== newestVersion(asset).uid) throw serverError()
}

/** @throws 400 when the form does not compile [0220-c, 0220-j] */
function checkForm(asset: AssetRecord) {
  if (asset.asset_type !== 'survey') throw serverError() // [0527]
  const error = compileError(currentContent(asset))
  if (error === SERVER_CRASH) throw serverError()
  if (error !== null) throw badRequest({ error })
}

/** Adds the deployment to the history [1356]. */
const recordDeployment = (call: Call, asset: AssetRecord, action: 'deploy' | 'redeploy') =>
  recordAction(call, asset, action, {
    latest_version_uid: newestVersion(asset).uid,
    latest_deployed_version_uid: asset.deployed_version_id,
  })

export const deploymentResources: Resource[] = [
  resource('api/v2/assets/:uid/deployment/', {
    GET: (call) => {
      const asset = requireAsset(call)
      if (asset.deployed_version_id === null) throw notFound()
      return deploymentResponse(asset, call)
    },

    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'change_asset')
      if (asset.deployed_version_id !== null) {
        throw errorResponse(405, { detail: 'Use PATCH to update an existing deployment' })
      }
      checkRequest(asset, body)
      checkForm(asset)
      const deployed = deployNewest(asset, isoDate(Date.now()))
      await call.db.saveAsset(deployed)
      await recordDeployment(call, deployed, 'deploy')
      return deploymentResponse(deployed, call)
    },

    PATCH: async (call) => {
      const body = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'change_asset')
      if (asset.deployed_version_id === null)
        throw errorResponse(405, { detail: 'Use POST to create a new deployment' })
      checkRequest(asset, body)
      const changed = updatedDeployment(asset, body)
      await call.db.saveAsset(changed)
      const isArchiving = body.version_id === undefined && typeof body.active === 'boolean'
      await (isArchiving
        ? recordAction(call, changed, body.active ? 'unarchive' : 'archive', {
            latest_version_uid: newestVersion(changed).uid,
          })
        : recordDeployment(call, changed, 'redeploy'))
      return deploymentResponse(changed, call)
    },
  }),

  resource('api/v2/assets/:uid/versions/', {
    GET: (call) => {
      const all = serializeVersions(requireAsset(call), call.url.origin)
      const isDeployedOnly = call.url.searchParams.get('deployed') === 'True' // with a capital T [1304]
      const versions = isDeployedOnly ? all.filter(({ date_deployed: date }) => date !== false) : all
      return json(pageOf(call.url, versions))
    },
  }),

  resource('api/v2/assets/:uid/versions/:version/', {
    GET: (call) => {
      const asset = requireAsset(call)
      const serialized = serializeVersions(asset, call.url.origin).find(({ uid }) => uid === call.params.version)
      const version = asset.versions.find(({ uid }) => uid === call.params.version)
      if (!serialized || !version) throw errorResponse(404, { detail: 'No AssetVersion matches the given query.' }) // [0533]
      return json({ ...serialized, content: resolveContent(version.content) })
    },
  }),
]

/** `active` alone archives or unarchives; a version, or an empty body, deploys [0512-0521]. */
function updatedDeployment(asset: AssetRecord, { active, version_id: version }: Record<string, unknown>): AssetRecord {
  const now = isoDate(Date.now())
  if (version === undefined && typeof active === 'boolean') return { ...asset, active, date_modified: now }
  checkForm(asset)
  const deployed = deployNewest(asset, now)
  return typeof active === 'boolean' ? { ...deployed, active } : deployed
}

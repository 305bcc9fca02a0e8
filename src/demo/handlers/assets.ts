import { changeAsset, createAsset } from '#/demo/assets/asset-changes.ts'
import { assetDetail, assetListItem, deploymentStatus, submissionCounts } from '#/demo/assets/asset-serializer.ts'
import { newestVersion } from '#/demo/assets/content.ts'
import { assetMetadata } from '#/demo/search/asset-metadata.ts'
import { requireUser } from '#/demo/authentication.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, requireAsset, requirePermission, viewOf } from '#/demo/permissions/access.ts'
import { ANONYMOUS, permissionsOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import {
  badRequest,
  forbidden,
  json,
  methodNotAllowed,
  noContent,
  notAcceptable,
  notFound,
  pageOf,
} from '#/demo/responses.ts'
import { searchAssets, sortAssets } from '#/demo/search/asset-search.ts'

/** The assets in a user's list: their own and those shared with them, but not those that are only public [0644]. */
function listedAssets({ db, username, url }: Call) {
  const listed = db.assets().filter(({ grants }) => grants.some((grant) => grant.username === username))
  const visible =
    username === ANONYMOUS ? [] : listed.filter((asset) => permissionsOf(asset, username).has('view_asset'))
  return searchAssets(visible, url.searchParams.get('q') ?? '')
}

/** Records the old and new name, that the questions changed, and each changed key of `settings` [2029]. */
async function recordChanges(call: Call, before: AssetRecord, after: AssetRecord) {
  const version = { latest_version_uid: newestVersion(after).uid }
  if (after.name !== before.name)
    await recordAction(call, after, 'update-name', { name: { old: before.name, new: after.name }, ...version })
  if (newestVersion(after).content !== newestVersion(before).content)
    await recordAction(call, after, 'update-content', version)
  const changed = Object.keys(after.settings).filter(
    (key) => JSON.stringify(before.settings[key]) !== JSON.stringify(after.settings[key]),
  )
  if (changed.length === 0) return
  const settings = Object.fromEntries(
    changed.map((key) => [key, { new: after.settings[key], old: before.settings[key] ?? null }]),
  )
  await recordAction(call, after, 'update-settings', { settings, ...version })
}

/** Whether the client accepts JSON. A request without the header accepts anything. */
const acceptsJson = ({ headers }: Request) => /json|\*\/\*|text\/html|^$/.test(headers.get('Accept') ?? '')

export const assetResources: Resource[] = [
  resource('api/v2/assets/', {
    GET: (call) => {
      const { url } = call
      const assets = sortAssets(listedAssets(call), url.searchParams.get('ordering'))
      return json(pageOf(url, assets, (asset) => assetListItem(asset, viewOf(call))))
    },
    POST: async (call) => {
      const owner = requireUser(call.username)
      const body = await bodyOf(call)
      const asset = createAsset(body, { owner, db: call.db })
      await call.db.saveAsset(asset)
      return json(assetDetail(asset, viewOf(call)), 201)
    },
  }),

  resource('api/v2/assets/counts/', {
    GET: (call) => {
      const states = listedAssets(call).map(deploymentStatus)
      const count = (state: string) => states.filter((one) => one === state).length
      return json({
        deployed_count: count('deployed'),
        archived_count: count('archived'),
        draft_count: count('draft'),
      })
    },
  }),

  resource('api/v2/assets/metadata/', { GET: (call) => json(assetMetadata(listedAssets(call))) }),

  resource('api/v2/assets/minimal-list/', {
    GET: (call) => {
      const assets = listedAssets(call)
      const { next, previous, results } = pageOf(call.url, assets, (asset) => ({
        uid: asset.uid,
        name: asset.name,
        deployment_status: deploymentStatus(asset),
      }))
      return json({ next, previous, results })
    },
  }),

  resource('api/v2/assets/:uid/', {
    GET: (call) => {
      if (!acceptsJson(call.request)) throw notAcceptable()
      return json(assetDetail(requireAsset(call), viewOf(call)))
    },
    /** The demo does not support PUT. It only answers as KPI does when a field is missing [0388]. */
    PUT: async (call) => {
      const body = await bodyOf(call)
      requirePermission(requireAsset(call), call, 'change_asset')
      throw body.asset_type === undefined
        ? badRequest({ asset_type: ['This field is required.'] })
        : methodNotAllowed('PUT')
    },
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'change_asset')
      const changed = changeAsset(asset, body, call.username)
      await call.db.saveAsset(changed)
      await recordChanges(call, asset, changed)
      return json(assetDetail(changed, viewOf(call)))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      if (asset.owner !== call.username) throw forbidden() // [0419]
      await call.db.deleteAsset(asset.uid)
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/counts/', {
    GET: (call) => {
      const asset = requireAsset(call)
      if (asset.deployed_version_id === null) throw notFound() // [1337]
      const days = call.url.searchParams.get('days')
      if (days !== null && !/^\d+$/.test(days)) throw badRequest({ detail: '`days` must be an integer' })
      return json(submissionCounts(asset, viewOf(call), days === null ? undefined : Number(days)))
    },
  }),
]

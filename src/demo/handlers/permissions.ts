import { newUid } from '#/demo/database.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, isRecord, requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import { recordAccessChanges } from '#/demo/permissions/record-access.ts'
import { readAssignment } from '#/demo/permissions/permission-request.ts'
import { permissionUrl, serializeGrant } from '#/demo/permissions/permission-serializer.ts'
import {
  addGrant,
  contradictoryTo,
  impliedBy,
  permissionsOf,
  removeGrant,
  visibleGrants,
} from '#/demo/permissions/permissions.ts'
import type { AssetRecord, Grant } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { errorResponse, json, noContent, notFound } from '#/demo/responses.ts'

/** KPI's name of each permission [0124]. */
const PERMISSION_NAMES: Record<string, string> = {
  add_submissions: 'Can submit data to asset',
  change_asset: 'Can change asset',
  change_submissions: 'Can modify submitted data for asset',
  delete_submissions: 'Can delete submitted data for asset',
  discover_asset: 'Can discover asset in public lists',
  manage_asset: 'Can manage all aspects of asset',
  partial_submissions: 'Can make partial actions on submitted data for asset for specific users',
  validate_submissions: 'Can validate submitted data asset',
  view_asset: 'Can view asset',
  view_submissions: 'Can view submitted data for asset',
}

function serializePermission(codename: string, name: string, origin: string) {
  const implied = codename === 'manage_asset' ? ['discover_asset', ...impliedBy(codename)] : impliedBy(codename)
  return {
    url: permissionUrl(codename, origin),
    codename,
    implied: (codename === 'discover_asset' ? ['view_asset'] : implied).map((item) => permissionUrl(item, origin)),
    contradictory: contradictoryTo(codename).map((item) => permissionUrl(item, origin)),
    name,
  }
}

const serializeGrants = (asset: AssetRecord, { username, url }: Call) =>
  visibleGrants(asset, username).map((grant) => serializeGrant(asset, grant, url.origin))

/** Saves the permissions, and records whose changed. */
async function saveGrants(asset: AssetRecord, grants: Grant[], call: Call) {
  await call.db.saveAsset({ ...asset, grants })
  await recordAccessChanges(call, asset, grants)
}

/** @throws 409 because the owner's permissions cannot be removed [0625, 0658] */
function forbidOwner(asset: AssetRecord, username: unknown) {
  if (username === asset.owner) throw errorResponse(409, { detail: "Owner's permissions cannot be deleted" })
}

/** Users may remove their own permissions; removing another user's needs `manage_asset` [0626, 0630]. */
function requireRightToRemove(asset: AssetRecord, call: Call, username: unknown) {
  if (username !== call.username) requirePermission(asset, call, 'manage_asset')
}

export const permissionResources: Resource[] = [
  resource('api/v2/permissions/', {
    GET: ({ url }) => {
      const results = Object.entries(PERMISSION_NAMES).map(([codename, name]) =>
        serializePermission(codename, name, url.origin),
      )
      return json({ count: results.length, next: null, previous: null, results })
    },
  }),

  resource('api/v2/permissions/:codename/', {
    GET: ({ params, url }) => {
      const name = PERMISSION_NAMES[params.codename ?? '']
      if (name === undefined) throw notFound()
      return json(serializePermission(params.codename ?? '', name, url.origin))
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/', {
    GET: (call) => json(serializeGrants(requireAsset(call), call)),
    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'manage_asset')
      const newGrant = readAssignment(asset, body)
      const grants = addGrant(asset.grants, newGrant, () => newUid('p'))
      await saveGrants(asset, grants, call)
      const savedGrant = grants.find(
        ({ username, codename }) => username === newGrant.username && codename === newGrant.codename,
      )
      if (!savedGrant) throw notFound()
      return json(serializeGrant(asset, savedGrant, call.url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/bulk/', {
    /** Replaces all assignments by those in the body [0650-0655]. */
    POST: async (call) => {
      const body: unknown = await call.request.json()
      const asset = requireAsset(call)
      requirePermission(asset, call, 'manage_asset')
      const entries = (Array.isArray(body) ? body : []).map((entry) =>
        readAssignment(asset, isRecord(entry) ? entry : {}),
      )
      const grants = entries.reduce(
        (all, newGrant) => addGrant(all, newGrant, () => newUid('p')),
        asset.grants.filter(({ username }) => username === asset.owner),
      )
      await saveGrants(asset, grants, call)
      return json(serializeGrants({ ...asset, grants }, call))
    },
    /** Removes all permissions of one user [0657]. */
    DELETE: async (call) => {
      const { username } = await bodyOf(call)
      const asset = requireAsset(call)
      requireRightToRemove(asset, call, username)
      forbidOwner(asset, username)
      if (!asset.grants.some((grant) => grant.username === username)) throw notFound()
      await saveGrants(
        asset,
        asset.grants.filter((grant) => grant.username !== username),
        call,
      )
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/clone/', {
    /** Replaces all assignments by those of another asset, except the owners' [0660]. */
    PATCH: async (call) => {
      const { clone_from: from } = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'manage_asset')
      const source = call.db.asset(typeof from === 'string' ? from : '')
      if (!source || !permissionsOf(source, call.username).has('view_asset')) throw notFound()
      const grants = [
        ...asset.grants.filter(({ username }) => username === asset.owner),
        ...source.grants
          .filter(({ username }) => username !== source.owner && username !== asset.owner)
          .map((grant) => ({ ...grant, uid: newUid('p') })),
      ]
      await call.db.saveAsset({ ...asset, grants })
      await recordAction(call, asset, 'clone-permissions', { log_subtype: 'permission', cloned_from: from })
      return json(serializeGrants({ ...asset, grants }, call))
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/:grant/', {
    GET: (call) => {
      const asset = requireAsset(call)
      return json(serializeGrant(asset, requireGrant(asset, call), call.url.origin))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      const grant = requireGrant(asset, call)
      requireRightToRemove(asset, call, grant.username)
      forbidOwner(asset, grant.username)
      await saveGrants(asset, removeGrant(asset.grants, grant), call)
      return noContent()
    },
  }),
]

function requireGrant(asset: AssetRecord, { params, username }: Call): Grant {
  const grant = visibleGrants(asset, username).find(({ uid }) => uid === params.grant)
  if (!grant) throw notFound()
  return grant
}

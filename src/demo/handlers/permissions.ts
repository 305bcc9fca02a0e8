import { json, noContent, notFound, refusal } from '#/demo/answers.ts'
import { newUid } from '#/demo/database.ts'
import { bodyOf, isRecord, requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import { grantAnswer, permissionUrl } from '#/demo/permissions/permission-answer.ts'
import { readAssignment } from '#/demo/permissions/permission-request.ts'
import { contradictoryTo, giveGrant, impliedBy, takeGrant, visibleGrants } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, Grant } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'

/** KPI's own words for each codename [0124]. */
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

function permissionAnswer(codename: string, name: string, origin: string) {
  const implied = codename === 'manage_asset' ? ['discover_asset', ...impliedBy(codename)] : impliedBy(codename)
  return {
    url: permissionUrl(codename, origin),
    codename,
    implied: (codename === 'discover_asset' ? ['view_asset'] : implied).map((each) => permissionUrl(each, origin)),
    contradictory: contradictoryTo(codename).map((each) => permissionUrl(each, origin)),
    name,
  }
}

const listAnswer = (asset: AssetRecord, { username, url }: Call) =>
  visibleGrants(asset, username).map((grant) => grantAnswer(asset, grant, url.origin))

const saveGrants = (asset: AssetRecord, grants: Grant[], { db }: Call) => db.saveAsset({ ...asset, grants })

/** @throws 409: the owner keeps everything [0625, 0658] */
function refuseOwner(asset: AssetRecord, username: unknown) {
  if (username === asset.owner) throw refusal(409, { detail: "Owner's permissions cannot be deleted" })
}

/** Anybody may take away their own; others' only those who manage [0626, 0630]. */
function requireRightOver(asset: AssetRecord, call: Call, username: unknown) {
  if (username !== call.username) requirePermission(asset, call, 'manage_asset')
}

export const permissionResources: Resource[] = [
  resource('api/v2/permissions/', {
    GET: ({ url }) => {
      const results = Object.entries(PERMISSION_NAMES).map(([codename, name]) =>
        permissionAnswer(codename, name, url.origin),
      )
      return json({ count: results.length, next: null, previous: null, results })
    },
  }),

  resource('api/v2/permissions/:codename/', {
    GET: ({ params, url }) => {
      const name = PERMISSION_NAMES[params.codename ?? '']
      if (name === undefined) throw notFound()
      return json(permissionAnswer(params.codename ?? '', name, url.origin))
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/', {
    GET: (call) => json(listAnswer(requireAsset(call), call)),
    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'manage_asset')
      const given = readAssignment(asset, body)
      const grants = giveGrant(asset.grants, given, () => newUid('p'))
      await saveGrants(asset, grants, call)
      const echoed = grants.find(({ username, codename }) => username === given.username && codename === given.codename)
      if (!echoed) throw notFound()
      return json(grantAnswer(asset, echoed, call.url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/bulk/', {
    /** Replaces all shares by those sent [0650-0655]. */
    POST: async (call) => {
      const body: unknown = await call.request.json()
      const asset = requireAsset(call)
      requirePermission(asset, call, 'manage_asset')
      const entries = (Array.isArray(body) ? body : []).map((entry) =>
        readAssignment(asset, isRecord(entry) ? entry : {}),
      )
      const grants = entries.reduce(
        (all, given) => giveGrant(all, given, () => newUid('p')),
        asset.grants.filter(({ username }) => username === asset.owner),
      )
      await saveGrants(asset, grants, call)
      return json(listAnswer({ ...asset, grants }, call))
    },
    /** Takes everything from one person [0657]. */
    DELETE: async (call) => {
      const { username } = await bodyOf(call)
      const asset = requireAsset(call)
      requireRightOver(asset, call, username)
      refuseOwner(asset, username)
      if (!asset.grants.some((grant) => grant.username === username)) throw notFound()
      await saveGrants(
        asset,
        asset.grants.filter((grant) => grant.username !== username),
        call,
      )
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/permission-assignments/:grant/', {
    GET: (call) => {
      const asset = requireAsset(call)
      return json(grantAnswer(asset, requireGrant(asset, call), call.url.origin))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      const grant = requireGrant(asset, call)
      requireRightOver(asset, call, grant.username)
      refuseOwner(asset, grant.username)
      await saveGrants(asset, takeGrant(asset.grants, grant), call)
      return noContent()
    },
  }),
]

function requireGrant(asset: AssetRecord, { params, username }: Call): Grant {
  const grant = visibleGrants(asset, username).find(({ uid }) => uid === params.grant)
  if (!grant) throw notFound()
  return grant
}

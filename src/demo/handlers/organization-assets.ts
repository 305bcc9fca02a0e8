import { assetListItem } from '#/demo/assets/asset-serializer.ts'
import { viewOf } from '#/demo/permissions/access.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { json, pageOf } from '#/demo/responses.ts'
import { searchAssets, sortAssets } from '#/demo/search/asset-search.ts'
import { requireAdmin } from './organizations.ts'

/** The projects of an organization: those of its owner, to whom the projects of members go. 403 for members (seen on a real KPI). */
export const organizationAssetResources: Resource[] = [
  resource('api/v2/organizations/:organization/assets/', {
    GET: (call) => {
      const organization = requireAdmin(call)
      const { searchParams } = call.url
      const own = call.db.assets().filter(({ owner }) => owner === organization.owner)
      const assets = sortAssets(searchAssets(own, searchParams.get('q') ?? ''), searchParams.get('ordering'))
      return json(pageOf(call.url, assets, (asset) => assetListItem(asset, viewOf(call))))
    },
  }),
]

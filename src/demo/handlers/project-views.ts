import { assetListItem } from '#/demo/assets/asset-serializer.ts'
import { requireUser } from '#/demo/authentication.ts'
import { viewOf } from '#/demo/permissions/access.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, json, notFound, pageOf } from '#/demo/responses.ts'
import { searchAssets, sortAssets } from '#/demo/search/asset-search.ts'
import { isInView, PROJECT_VIEWS, type ProjectViewSeed } from '#/demo/seed/project-views.ts'
import { COUNTRIES } from '#/demo/seed/projects.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'

/** KPI refuses shorter words here (its source, `min_search_characters`). */
const SHORTEST_WORD = 2

const viewsOf = (username: string) => PROJECT_VIEWS.filter(({ users }) => users.includes(requireUser(username)))

function serializeView(view: ProjectViewSeed, { url: { origin } }: Call) {
  const url = `${origin}/api/v2/project-views/${view.uid}/`
  return {
    uid: view.uid,
    name: view.name,
    url,
    assets: `${url}assets/`,
    assets_export: `${url}assets/export/`,
    users: `${url}users/`,
    users_export: `${url}users/export/`,
    countries: view.countries.map((code) => COUNTRIES[code as keyof typeof COUNTRIES]),
    organizations: [],
    permissions: view.permissions,
    assigned_users: view.users,
  }
}

/** A project in a view, with fewer fields than in the list of projects [1345]. */
function serializeAsset(asset: AssetRecord, call: Call) {
  const item = assetListItem(asset, viewOf(call))
  const owner = DEMO_USERS.find(({ username }) => username === asset.owner)
  const { details = {} } = call.db.account(asset.owner)
  return {
    url: item.url,
    date_created: item.date_created,
    date_modified: item.date_modified,
    date_deployed: item.date_deployed,
    owner: item.owner,
    owner__username: asset.owner,
    owner__email: `${asset.owner}@example.org`,
    owner__name: typeof details['name'] === 'string' ? details['name'] : (owner?.name ?? ''),
    owner__organization: typeof details['organization'] === 'string' ? details['organization'] : '',
    uid: asset.uid,
    name: asset.name,
    settings: asset.settings,
    languages: item.summary.languages,
    has_deployment: item.has_deployment,
    deployment__active: item.deployment__active,
    deployment__submission_count: item.deployment__submission_count,
    deployment__encrypted: item.deployment__encrypted,
    deployment__last_submission_time: item.deployment__last_submission_time,
    deployment__uuid: item.deployment__uuid,
    deployment_status: item.deployment_status,
    asset_type: item.asset_type,
    downloads: item.downloads,
    owner_label: item.owner_label,
    last_modified_by: item.last_modified_by,
    created_by: item.created_by,
  }
}

export const projectViewResources: Resource[] = [
  resource('api/v2/project-views/', {
    GET: (call) => json(pageOf(call.url, viewsOf(call.username), (view) => serializeView(view, call))),
  }),

  resource('api/v2/project-views/:view/assets/', {
    GET: (call) => {
      const view = viewsOf(call.username).find(({ uid }) => uid === call.params['view'])
      if (!view) throw notFound()
      const { searchParams } = call.url
      const q = searchParams.get('q') ?? ''
      if (q !== '' && q.length < SHORTEST_WORD) {
        throw badRequest({ detail: 'Your query is too short' })
      }
      const assets = searchAssets(
        call.db.assets().filter((asset) => isInView(asset, view)),
        // Words without a field are looked for in the name (KPI's source, `search_default_field_lookups`).
        q === '' || /[:()"]/.test(q) ? q : `name__icontains:"${q}"`,
      )
      const sorted = sortAssets(assets, searchParams.get('ordering'))
      return json(pageOf(call.url, sorted, (asset) => serializeAsset(asset, call)))
    },
  }),
]

import type { AssetRecord } from '#/demo/records.ts'
import { randomOf, uidOf } from './random.ts'

/** Projects of some countries that an administrator lets some accounts see [1344]. */
export interface ProjectViewSeed {
  uid: string
  name: string
  /** Codes. */
  countries: readonly string[]
  permissions: readonly string[]
  users: readonly string[]
}

const view = (name: string, countries: readonly string[], users: readonly string[]): ProjectViewSeed => ({
  uid: uidOf('pv', randomOf('project-view', name)).slice(0, 23),
  name,
  countries,
  permissions: ['view_asset', 'view_submissions'],
  users,
})

export const PROJECT_VIEWS: readonly ProjectViewSeed[] = [
  view('Horn of Africa', ['ETH', 'KEN', 'SOM'], ['demo']),
  view('Yemen', ['YEM'], ['h.qasim']),
]

/** Whether a project belongs to a view, by its countries. */
export const isInView = ({ asset_type: type, settings }: AssetRecord, { countries }: ProjectViewSeed) =>
  type === 'survey' && codesOf(settings).some((code) => countries.includes(code))

const codesOf = ({ country_codes: codes }: Record<string, unknown>): string[] =>
  Array.isArray(codes) ? codes.map(String) : []

/** What the views of an account let it do with a project [1347]. */
export const viewPermissionsOf = (asset: AssetRecord, username: string): string[] =>
  PROJECT_VIEWS.filter((one) => one.users.includes(username) && isInView(asset, one)).flatMap(
    ({ permissions }) => permissions,
  )

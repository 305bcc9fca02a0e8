import { afterGranting, afterRevoking, type Codename } from '#/api/kpi/permissions/codenames.ts'

/** The permissions that KPI allows for AnonymousUser [0640], in the order of the page. */
export const PUBLIC_CODENAMES = ['view_asset', 'view_submissions', 'add_submissions'] as const
export type PublicCodename = (typeof PUBLIC_CODENAMES)[number]

/** A change of a switch, and the permissions before. */
export interface PublicChange {
  codename: PublicCodename
  isOn: boolean
  before: ReadonlySet<Codename>
}

/** The permissions of AnonymousUser after a change, with implied ones [0605]. */
export const afterChange = ({ codename, isOn, before }: PublicChange): Set<Codename> =>
  (isOn ? afterGranting : afterRevoking)(before, codename)

/** Whether revoking the form also revokes the submissions, which needs a confirmation. */
export const revokesSubmissions = ({ codename, isOn, before }: PublicChange) =>
  codename === 'view_asset' && !isOn && before.has('view_submissions')

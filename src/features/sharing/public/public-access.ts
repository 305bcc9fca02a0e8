import { afterGiving, afterTaking, type Codename } from '#/api/kpi/permissions/codenames.ts'

/** What KPI lets anyone have, signed in or not [0640]; in the order of the page. */
export const PUBLIC_CODENAMES = ['view_asset', 'view_submissions', 'add_submissions'] as const
export type PublicCodename = (typeof PUBLIC_CODENAMES)[number]

/** A switch being turned, and what was on before. */
export interface PublicChange {
  codename: PublicCodename
  isOn: boolean
  before: ReadonlySet<Codename>
}

/** What anyone holds afterwards: viewing submissions brings viewing the form along, and goes with it [0605]. */
export const afterChange = ({ codename, isOn, before }: PublicChange): Set<Codename> =>
  (isOn ? afterGiving : afterTaking)(before, codename)

/** Turning off the form's view turns off that of the submissions: asked before. The rest of what is turned off is not. */
export const turnsBothOff = ({ codename, isOn, before }: PublicChange) =>
  codename === 'view_asset' && !isOn && before.has('view_submissions')

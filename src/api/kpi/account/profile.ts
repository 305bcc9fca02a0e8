import type { ProfileForm } from '#/api/kpi/environment/schema.ts'

/** How a field of the profile is typed. */
type ProfileFieldKind =
  'text' | 'address' | 'long-text' | 'checkbox' | 'sector' | 'country' | 'gender' | 'organization-type'

export interface ProfileField {
  name: string
  /** The server's name for it. */
  label: string
  required: boolean
  kind: ProfileFieldKind
  /** Whether the organization of the account decides it. */
  isOfOrganization: boolean
}

/** The values of a profile: `true` or `false` of a checkbox, else a text. */
export type Profile = Readonly<Record<string, string | boolean>>

/** The fields that KPI knows to be other than a line of text. */
const KINDS: Partial<Record<string, ProfileFieldKind>> = {
  bio: 'long-text',
  country: 'country',
  gender: 'gender',
  newsletter_subscription: 'checkbox',
  organization_type: 'organization-type',
  organization_website: 'address',
  sector: 'sector',
}

/** Members of an organization with several members are refused to change these (KPI's source, `_validate_organization`). */
const OF_ORGANIZATION = new Set(['organization', 'organization_type', 'organization_website'])

/** The values of `gender` and `organization_type`, which the environment does not list (KPI's source, `KoboSignupMixin`). */
export const GENDERS = ['female', 'male', 'other'] as const
export const ORGANIZATION_TYPES = ['non-profit', 'government', 'educational', 'commercial', 'none'] as const

/** The fields that the server offers for a profile, in its order [0120]. */
export const profileFieldsOf = ({ user_metadata_fields: fields }: Pick<ProfileForm, 'user_metadata_fields'>) =>
  fields.map(({ name, label, required }): ProfileField => ({
    name,
    label: label || name,
    required,
    kind: KINDS[name] ?? 'text',
    isOfOrganization: OF_ORGANIZATION.has(name),
  }))

/** The values of the offered fields; what has none is empty. */
export const profileOf = (details: Readonly<Record<string, unknown>>, fields: readonly ProfileField[]): Profile =>
  Object.fromEntries(fields.map(({ name, kind }) => [name, valueOf(details[name], kind)]))

function valueOf(value: unknown, kind: ProfileFieldKind): string | boolean {
  if (kind === 'checkbox') return value === true || value === 'true'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The names of the fields whose values differ. */
export const changedFields = (from: Profile, to: Profile) => Object.keys(to).filter((name) => from[name] !== to[name])

/** The required fields that are empty. Those about an organization are not required of people who have none. */
export const missingFields = (fields: readonly ProfileField[], values: Profile) =>
  fields
    .filter(({ required, kind }) => required && kind !== 'checkbox')
    .filter(({ isOfOrganization, kind }) => !isOfOrganization || kind === 'organization-type' || !hasNone(values))
    .filter(({ name }) => String(values[name] ?? '').trim() === '')
    .map(({ name }) => name)

const hasNone = (values: Profile) => values['organization_type'] === 'none'

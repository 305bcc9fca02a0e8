import { canonicalJson } from '#/lib/canonical-json.ts'
import type { Hook } from './schema.ts'

/** What people choose of a service, without its password. */
export interface HookFields {
  name: string
  endpoint: string
  active: boolean
  email_notification: boolean
  export_type: string
  auth_level: string
  username: string
  custom_headers: Readonly<Record<string, string>>
  subset_fields: readonly string[]
  payload_template: string
}

/** The fields of a service. KPI stores no template as `null` or as an empty text [1201, 1205]. */
export const hookFieldsOf = (hook: Omit<Hook, 'hasPassword'>): HookFields => ({
  name: hook.name,
  endpoint: hook.endpoint,
  active: hook.active,
  email_notification: hook.email_notification,
  export_type: hook.export_type,
  auth_level: hook.auth_level,
  username: hook.username,
  custom_headers: hook.custom_headers,
  subset_fields: hook.subset_fields,
  payload_template: hook.payload_template ?? '',
})

/** Whether two services have the same fields. The order of headers and of columns has no meaning. */
export const isSameHook = (one: HookFields, other: HookFields): boolean => canonical(one) === canonical(other)

const canonical = (fields: HookFields) => canonicalJson({ ...fields, subset_fields: fields.subset_fields.toSorted() })

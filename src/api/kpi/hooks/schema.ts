import * as z from 'zod/mini'
import { lenient, optional, orNull } from '#/api/lenient.ts'

const Settings = z.looseObject({
  username: optional(z.string()),
  password: optional(z.string()),
  custom_headers: lenient(z.record(z.string(), z.string()), {}),
})

/**
 * A REST service as the server stores it, its password in plain text included [1205]. Only for changing it: what is kept
 * or shown is a {@link Hook}.
 */
export const StoredHook = z.object({
  uid: z.string(),
  name: z.string(),
  endpoint: z.string(),
  active: z.boolean(),
  /** `json` or `xml`. */
  export_type: z.string(),
  /** `no_auth` or `basic_auth`. */
  auth_level: z.string(),
  email_notification: z.boolean(),
  /** KPI stores whatever it is sent, also a text (seen on a real KPI): the service can still be changed or deleted. */
  settings: lenient(Settings, { custom_headers: {} }),
  subset_fields: z.array(z.string()),
  payload_template: z.nullable(z.string()),
  success_count: z.number(),
  pending_count: z.number(),
  failed_count: z.number(),
  date_modified: lenient(z.string(), ''),
})
export type StoredHook = z.output<typeof StoredHook>

/** A stored service without its password: only whether there is one. */
export const withoutPassword = ({ settings, ...hook }: StoredHook) => ({
  ...hook,
  username: settings.username ?? '',
  hasPassword: settings.password !== undefined && settings.password !== '',
  custom_headers: settings.custom_headers,
})

/** A REST service, to which each submission is forwarded [1201]. The password that KPI sends [1205] is left out. */
export const Hook = z.pipe(StoredHook, z.transform(withoutPassword))
export type Hook = z.output<typeof Hook>

/** The forwarding of one submission: its last attempt [1212-1215]. */
export const HookLog = z.object({
  uid: z.string(),
  submission_id: z.number(),
  /** 0 failed, 1 pending, 2 sent, 3 being sent [2393]. */
  status: z.number(),
  /** HTTP status of the service; `null` if it did not respond. */
  status_code: orNull(z.number()),
  message: orNull(z.string()),
  tries: z.number(),
  date_modified: z.string(),
})
export type HookLog = z.output<typeof HookLog>

/** The attempts that are repeated [1217]. */
export const HookRetry = z.object({ detail: lenient(z.string(), ''), pending_uids: z.array(z.string()) })

/** What the service answered when one submission was sent again: `detail`, and its status. */
export const HookLogRetry = z.object({ detail: z.string(), status_code: orNull(z.number()) })

/** Submissions without any change, as a service gets them. */
export const RawRows = z.object({ results: z.array(z.looseObject({ _id: z.number() })) })
/** A submission, unread. */
export type RawRow = z.output<typeof RawRows>['results'][number]

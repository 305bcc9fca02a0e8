import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** A REST service to which each submission is forwarded [1201]. */
export const Hook = z.object({
  uid: z.string(),
  name: z.string(),
  endpoint: z.string(),
  active: z.boolean(),
  export_type: z.string(),
  auth_level: z.string(),
  email_notification: z.boolean(),
  /** KPI returns the password in plain text [1205]: do not show, log or store it. */
  settings: z.object({
    username: optional(z.string()),
    password: optional(z.string()),
    custom_headers: optional(z.record(z.string(), z.string())),
  }),
  subset_fields: z.array(z.string()),
  payload_template: z.nullable(z.string()),
  success_count: z.number(),
  pending_count: z.number(),
  failed_count: z.number(),
  date_modified: z.string(),
})

/** One attempt to forward a submission [1212-1215]. */
export const HookLog = z.object({
  uid: z.string(),
  submission_id: z.number(),
  /** 0 failed, 1 pending, 2 sent. */
  status: z.number(),
  /** HTTP status of the service; `null` if it did not respond. */
  status_code: z.nullable(z.number()),
  message: z.nullable(z.string()),
  tries: z.number(),
  date_modified: z.string(),
})

/** The attempts that are repeated [1217]. */
export const HookRetry = z.object({ detail: z.string(), pending_uids: z.array(z.string()) })

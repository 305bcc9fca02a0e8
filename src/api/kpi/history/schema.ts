import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'

const text = optional(z.string())
const texts = lenient(z.array(z.string()), [])

/** A permission that was given or taken; with filters if it holds for some submissions (KPI's `audit_log/models.py`). */
const LoggedPermission = z.union([
  z.string(),
  z.pipe(
    z.object({ codename: z.string() }),
    z.transform(({ codename }) => codename),
  ),
])
const LoggedPermissions = lenient(z.array(LoggedPermission), [])

/** What an entry says of its action; the parts that occur depend on it. */
const HistoryMetadata = z.looseObject({
  source: text,
  ip_address: text,
  /** Of archiving, deploying, and changes of the project. */
  latest_version_uid: text,
  latest_deployed_version_uid: text,
  name: optional(z.object({ old: z.string(), new: z.string() })),
  /** By key: the whole old and new value, or what a list gained and lost [2029]. */
  settings: optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  permissions: optional(z.object({ username: z.string(), added: LoggedPermissions, removed: LoggedPermissions })),
  /** Uid of the project whose permissions were copied. */
  cloned_from: text,
  /** To whom the project was offered [2324]. */
  username: text,
  submission: optional(
    z.object({
      root_uuid: text,
      submitted_by: text,
      status: text,
      data_collector_name: text,
    }),
  ),
  'asset-file': optional(z.object({ filename: text })),
  hook: optional(z.looseObject({ uid: text, endpoint: text, active: optional(z.boolean()) })),
  'paired-data': optional(z.object({ source_name: text, fields: texts })),
  shared_fields: optional(z.object({ added: texts, removed: texts })),
})

/** An entry of a project's activity log [0363]. */
export const HistoryEntry = z.object({
  action: z.string(),
  /** `null` if the account was deleted since. */
  username: z.nullable(z.string()),
  date_created: z.string(),
  metadata: lenient(HistoryMetadata, {}),
})
export type HistoryEntry = z.output<typeof HistoryEntry>

/** The actions that occur in a project's activity log [0364]. */
export const HistoryActions = z.object({ actions: z.array(z.string()) })

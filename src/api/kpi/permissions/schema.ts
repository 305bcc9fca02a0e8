import * as z from 'zod/mini'
import { listOf } from '#/api/pagination.ts'

/**
 * One permission of one person [0601]. `user` and `permission` are URLs: their last part is the username, the
 * codename. KPI's `label` is left out: an object on partial ones [0611], and worded for its own interface.
 */
export const PermissionAssignment = z.object({
  url: z.string(),
  user: z.string(),
  permission: z.string(),
  /** On `partial_submissions` only: which permissions reach which submissions [0611]. */
  partial_permissions: z.optional(
    z.array(z.object({ url: z.string(), filters: z.array(z.record(z.string(), z.unknown())) })),
  ),
})
export type PermissionAssignment = z.output<typeof PermissionAssignment>

/** `permission-assignments/` is not paged [0601]. */
export const PermissionAssignments = listOf(PermissionAssignment)

/** What can be given, what comes along with it and what it cannot go with [0124]. */
export const Permission = z.object({
  url: z.string(),
  codename: z.string(),
  name: z.string(),
  implied: z.array(z.string()),
  contradictory: z.array(z.string()),
})

import * as z from 'zod/mini'
import { listOf } from '#/api/pagination.ts'

/**
 * One permission of one user [0601]. `user` and `permission` are URLs that end in the username and the codename. `label` is
 * left out: it is for KPI's own interface, and an object on partial permissions [0611].
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

/** A permission that can be granted, with those that it implies and contradicts [0124]. */
export const Permission = z.object({
  url: z.string(),
  codename: z.string(),
  name: z.string(),
  implied: z.array(z.string()),
  contradictory: z.array(z.string()),
})

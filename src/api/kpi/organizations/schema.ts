import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** An organization of the account; each account has one [0137]. */
export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  is_owner: z.boolean(),
  /** Whether it has several members. */
  is_mmo: z.boolean(),
  request_user_role: z.string(),
})

/** A member of an organization [0139]. While an invite is pending, only `invite` identifies the person. */
export const OrganizationMember = z.object({
  user__username: z.nullable(z.string()),
  user__extra_details__name: optional(z.nullable(z.string())),
  user__email: optional(z.nullable(z.string())),
  role: z.string(),
  invite: z.nullable(z.looseObject({})),
})

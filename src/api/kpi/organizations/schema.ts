import * as z from 'zod/mini'
import { lenient, optional, orNull } from '#/api/lenient.ts'

/** An organization of the account; each account has one [0137]. */
export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  website: optional(z.string()),
  organization_type: optional(z.string()),
  is_owner: z.boolean(),
  /** Whether it can have several members. */
  is_mmo: z.boolean(),
  /** `owner`, `admin`, `member`. */
  request_user_role: z.string(),
})
export type Organization = z.output<typeof Organization>

/** An invite to join an organization [2326]. `invitee`: a username, or an email address of somebody without account. */
export const OrganizationInvite = z.object({
  url: z.string(),
  invited_by: lenient(z.string(), ''),
  /** `pending`, `accepted`, `declined`, `cancelled`, `expired`. */
  status: z.string(),
  invitee_role: z.string(),
  organization_name: z.string(),
  created: lenient(z.string(), ''),
  invitee: z.nullable(z.string()),
})
export type OrganizationInvite = z.output<typeof OrganizationInvite>

/** A member of an organization [0139]. While an invite is pending, only `invite` identifies the person. */
export const OrganizationMember = z.object({
  user__username: z.nullable(z.string()),
  user__extra_details__name: optional(z.nullable(z.string())),
  role: z.nullable(z.string()),
  user__has_mfa_enabled: orNull(z.boolean()),
  date_joined: orNull(z.string()),
  invite: z.nullable(OrganizationInvite),
})
export type OrganizationMember = z.output<typeof OrganizationMember>

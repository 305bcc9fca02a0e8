import * as z from 'zod/mini'
import { lenient, optional } from '#/api/lenient.ts'

/** `[value, label]`. */
const ChoicePair = z.tuple([z.string(), z.string()])

/** A field of the project settings or of a profile that the server requires or offers. */
const MetadataField = z.object({ name: z.string(), required: lenient(z.boolean(), false), label: optional(z.string()) })

/** Settings and choices of a server; available without signing in [0120]. */
export const Environment = z.object({
  sector_choices: z.array(ChoicePair),
  country_choices: z.array(ChoicePair),
  interface_languages: lenient(z.array(ChoicePair), []),
  project_metadata_fields: z.array(MetadataField),
  user_metadata_fields: z.array(MetadataField),
  mfa_enabled: lenient(z.boolean(), false),
  support_email: optional(z.nullable(z.string())),
  support_url: optional(z.nullable(z.string())),
  open_rosa_server: optional(z.string()),
})

/** Of the settings of a server, what the app reads: where KoboCollect gets forms and sends submissions. */
export const CollectServer = z.object({ open_rosa_server: z.string() })

/** Of the settings of a server, the choices for a project's sector and countries, as `[value, label]` [0120]. */
export const ProjectChoices = z.object({ sector_choices: z.array(ChoicePair), country_choices: z.array(ChoicePair) })

/** Of the settings of a server, the fields of a profile, and the choices of two of them [0120]. */
export const ProfileForm = z.object({
  user_metadata_fields: z.array(MetadataField),
  sector_choices: z.array(ChoicePair),
  country_choices: z.array(ChoicePair),
})
export type ProfileForm = z.output<typeof ProfileForm>

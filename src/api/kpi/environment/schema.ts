import * as z from 'zod/mini'
import { optional } from '#/api/lenient.ts'

/** `[value, label]`. */
const ChoicePair = z.tuple([z.string(), z.string()])

/** A field of a project's settings that the server wants filled in. */
const MetadataField = z.object({ name: z.string(), required: z.boolean(), label: optional(z.string()) })

/** What a server offers; asked without signing in [0120]. */
export const Environment = z.object({
  sector_choices: z.array(ChoicePair),
  country_choices: z.array(ChoicePair),
  interface_languages: z.array(ChoicePair),
  project_metadata_fields: z.array(MetadataField),
  mfa_enabled: z.boolean(),
  support_email: optional(z.nullable(z.string())),
  support_url: optional(z.nullable(z.string())),
  open_rosa_server: optional(z.string()),
})

import * as z from 'zod/mini'
import { lenient, orNull } from '#/api/lenient.ts'

/** A view of the projects of some countries, for the account [0145, 1344]. */
export const ProjectView = z.object({
  uid: z.string(),
  name: z.string(),
  countries: lenient(z.array(z.string()), []),
  permissions: lenient(z.array(z.string()), []),
})

/** A project in such a view, with fewer fields than in the list of projects [1345]. */
export const ViewedAsset = z.object({
  uid: z.string(),
  name: z.string(),
  asset_type: lenient(z.string(), ''),
  owner__username: z.string(),
  date_modified: lenient(z.string(), ''),
  date_deployed: orNull(z.string()),
  deployment_status: lenient(z.string(), ''),
  deployment__submission_count: orNull(z.number()),
})

import * as z from 'zod/mini'

/** A view of the projects of some countries, for the account [0145, 1344]. */
export const ProjectView = z.object({
  uid: z.string(),
  name: z.string(),
  countries: z.array(z.string()),
  permissions: z.array(z.string()),
})

/** A project in such a view, with fewer fields than in the list of projects [1345]. */
export const ViewedAsset = z.object({
  uid: z.string(),
  name: z.string(),
  asset_type: z.string(),
  owner__username: z.string(),
  date_modified: z.string(),
  date_deployed: z.nullable(z.string()),
  deployment_status: z.string(),
  deployment__submission_count: z.nullable(z.number()),
})

import * as z from 'zod/mini'

/** The last invite of a project, in the project itself [2315]. */
export const ProjectOwnership = z.object({
  invite: z.string(),
  sender: z.string(),
  recipient: z.string(),
  status: z.string(),
})

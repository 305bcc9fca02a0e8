import type { Lab } from './lab.ts'

/** A permission for the rows that match one of the filters. */
export const partialPermission = (codename: string, ...filters: object[]) => ({
  url: `/api/v2/permissions/${codename}/`,
  filters,
})

/** Replaces the second account's permissions on the `rules` project with these partial permissions. */
export async function setPartialPermissions(lab: Lab, permissions: object[]) {
  const project = await lab.project('rules')
  const { username } = lab.other
  await lab.me.request('DELETE', `${project.path}permission-assignments/bulk/`, { body: { username } })
  const { status } = await lab.me.request('POST', `${project.path}permission-assignments/`, {
    body: {
      user: `/api/v2/users/${username}/`,
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: permissions,
    },
  })
  return { project, status }
}

import type { Lab } from './lab.ts'

/** A permission that reaches only the rows that one of the filters finds. */
export const rule = (codename: string, ...filters: object[]) => ({ url: `/api/v2/permissions/${codename}/`, filters })

/** Gives the second account these rules on the project for row rules, and nothing else. */
export async function withRules(lab: Lab, rules: object[]) {
  const project = await lab.project('rules')
  const { username } = lab.other
  await lab.me.ask('DELETE', `${project.path}permission-assignments/bulk/`, { body: { username } })
  const { status } = await lab.me.ask('POST', `${project.path}permission-assignments/`, {
    body: {
      user: `/api/v2/users/${username}/`,
      permission: '/api/v2/permissions/partial_submissions/',
      partial_permissions: rules,
    },
  })
  return { project, status }
}

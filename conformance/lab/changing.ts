import type { Lab } from './lab.ts'

/** Changes the draft project, as it is: whatever comes is returned. */
export const change = async (lab: Lab, body: object) => {
  const { status, body: asset } = await lab.me.ask('PATCH', (await lab.project('draft')).path, { body })
  return { status, body: asset as Record<string, unknown> & { settings: Record<string, unknown> } }
}

const versionsOf = async (lab: Lab) =>
  ((await lab.me.ask('GET', `${(await lab.project('draft')).path}versions/`)).body as { count: number }).count

/** How many versions a change adds. */
export const versionsAdded = (body: object) => async (lab: Lab) => {
  const before = await versionsOf(lab)
  await change(lab, body)
  return (await versionsOf(lab)) - before
}

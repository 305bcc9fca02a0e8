import type { Lab } from './lab.ts'

/** Sends a PATCH of the draft project and returns status and body. */
export const patchDraft = async (lab: Lab, body: object) => {
  const { status, body: asset } = await lab.me.request('PATCH', (await lab.project('draft')).path, { body })
  return { status, body: asset as Record<string, unknown> & { settings: Record<string, unknown> } }
}

const versionsOf = async (lab: Lab) =>
  ((await lab.me.request('GET', `${(await lab.project('draft')).path}versions/`)).body as { count: number }).count

/** Returns the number of versions that a PATCH of the draft project adds. */
export const versionsAdded = (body: object) => async (lab: Lab) => {
  const before = await versionsOf(lab)
  await patchDraft(lab, body)
  return (await versionsOf(lab)) - before
}

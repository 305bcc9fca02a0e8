import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import type { Situation } from './demo-asking.ts'
import { SITUATIONS } from './demo-situations.ts'
import { openWorld } from './demo-world.ts'
import { endpointFor } from './endpoints.ts'
import { type Lessons, unlike } from './lessons.ts'
import type { Recording } from './recordings.ts'

/** The situation that plays a recording on the demo, where there is one. */
export const situationOf = ({ name }: Recording) => SITUATIONS.find(({ recording }) => name.startsWith(`${recording}-`))

/** Where the demo answers a recorded request unlike the real server did: status, the words of refusals, shapes. */
export async function compareDemo(situation: Situation, recording: Recording, lessons: Lessons): Promise<string[]> {
  const world = await openWorld(situation.cast)
  await situation.before?.(world)
  const step = { ...world.translate(recording), ...(await situation.ask?.(world)) }
  const { status, body } = await world.ask(step)

  const { response } = recording
  if (status !== response.status) return [`status ${status}, recorded ${response.status}`]
  if (status >= 300) {
    const same = isDeepStrictEqual(withoutUuids(body ?? null), withoutUuids(response.body ?? null))
    return same ? [] : [`says ${JSON.stringify(body)}, recorded ${JSON.stringify(response.body)}`]
  }
  const [path = ''] = step.path.split('?')
  const parsed = endpointFor(step.method, path)?.schema.safeParse(body)
  return [
    ...unlike(lessons, { method: step.method, path, status, body }),
    ...(parsed?.error ? [z.prettifyError(parsed.error)] : []),
  ]
}

/** Uuids are made up anew each time, in refusals of some of many as well [2107]. */
const withoutUuids = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'uuid'))

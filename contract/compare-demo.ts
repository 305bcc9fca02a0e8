import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod/mini'
import type { Situation } from './demo-situation.ts'
import { SITUATIONS } from './demo-situations.ts'
import { openDemo } from './demo.ts'
import { endpointFor } from './endpoints.ts'
import { compareWithShapes, type RecordedShapes } from './recorded-shapes.ts'
import type { Recording } from './recordings.ts'

/** The situation that repeats a recording on the demo, if there is one. */
export const situationOf = ({ name }: Recording) => SITUATIONS.find(({ recording }) => name.startsWith(`${recording}-`))

/**
 * Sends a recorded request to the demo and returns the differences from the recorded response: status, error messages,
 * shapes.
 */
export async function compareDemo(
  situation: Situation,
  recording: Recording,
  shapes: RecordedShapes,
): Promise<string[]> {
  const demo = await openDemo(situation.users)
  await situation.setUp?.(demo)
  const request = { ...demo.translate(recording), ...(await situation.request?.(demo)) }
  const { status, body } = await demo.request(request)

  const { response } = recording
  if (status !== response.status) return [`status ${status}, recorded ${response.status}`]
  if (status >= 300) {
    const isEqual = isDeepStrictEqual(withoutUuids(body ?? null), withoutUuids(response.body ?? null))
    return isEqual ? [] : [`body ${JSON.stringify(body)}, recorded ${JSON.stringify(response.body)}`]
  }
  const [path = ''] = request.path.split('?')
  const parsed = endpointFor(request.method, path)?.schema.safeParse(body)
  return [
    ...compareWithShapes(shapes, { method: request.method, path, status, body }),
    ...(parsed?.error ? [z.prettifyError(parsed.error)] : []),
  ]
}

/** Replaces uuids, which are random, also in the failures of a bulk edit [2107]. */
const withoutUuids = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body).replaceAll(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'uuid'))

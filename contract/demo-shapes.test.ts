import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { partsOf } from './answer-parts.ts'
import { type Situation, SITUATIONS } from './demo-situations.ts'
import { openWorld } from './demo-world.ts'
import { endpointFor } from './endpoints.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'
import { differences, learn, type Shape } from './shapes.ts'

const recordings = readRecordings()

/** Keys below these depend on the form or the project. */
const OPEN = [
  /^\.content\.(survey|choices)\[\]$/,
  /^\.content\.settings$/,
  /^\.report_styles\.(specified|kuid_names)$/,
  /^\.settings$/,
  /^\.daily_submission_counts$/,
  /\.filters\[\]$/,
  /\.summary(\.name_quality\.firsts)?$/,
]
const isOpen = (path: string) => OPEN.some((pattern) => pattern.test(path))

/** What of recorded answers is left out: other formats, and what was cut short. */
const isJson = ({ name, response }: Recording) =>
  !/html|xml|geojson/.test(name) && typeof response.body === 'object' && response.body !== null

const shapes = new Map<string, Shape>()

beforeAll(() => {
  const parts = recordings
    .filter((recording) => isJson(recording) && recording.response.status < 300)
    .flatMap(({ request, response }) => partsOf(request.method, request.path, response.body))
  for (const [family, examples] of Map.groupBy(parts, (part) => part.family)) {
    shapes.set(family, learn(examples.map(({ value }) => value)))
  }
})

async function answer({ cast, before, ask }: Situation, recording: Recording) {
  const world = await openWorld(cast)
  await before?.(world)
  const step = { ...world.translate(recording), ...(await ask?.(world)) }
  return { step, ...(await world.ask(step)) }
}

const named = SITUATIONS.map((situation) => {
  const recording = recordings.find(({ name }) => name.startsWith(`${situation.recording}-`))
  return { name: recording?.name ?? situation.recording, situation, recording }
})

describe.skipIf(!hasRecordings)('the demo answers as a real KPI did (skipped: no ../shared/recordings)', () => {
  it.each(named)('$name', async ({ situation, recording }) => {
    if (!recording) throw new Error(`There is no recording ${situation.recording}`)
    const { step, status, body } = await answer(situation, recording)

    expect({ status, body: status < 300 ? undefined : body }).toEqual({
      status: recording.response.status,
      body: status < 300 ? undefined : recording.response.body,
    })

    const [path = ''] = step.path.split('?')
    const parts = status < 300 ? partsOf(step.method, path, body) : []
    const found = parts.flatMap(({ family, value }) => {
      const shape = shapes.get(family)
      return shape ? differences(shape, value, isOpen).map((text) => `${family} ${text}`) : [`${family}: not recorded`]
    })
    expect([...new Set(found)]).toEqual([])

    const schema = status < 300 ? endpointFor(step.method, path)?.schema : undefined
    const parsed = schema?.safeParse(body)
    expect(parsed?.error && z.prettifyError(parsed.error)).toBeUndefined()
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWorld, type World } from './demo-world.ts'
import { hasRecordings, readRecordings, type Recording } from './recordings.ts'

const recordings = new Map(readRecordings().map((recording) => [recording.name, recording]))

const recorded = (name: string): Recording => {
  const recording = recordings.get(name)
  if (!recording) throw new Error(`There is no recording ${name}`)
  return recording
}

/** Uploads whose spreadsheet is in the recordings, and what became of them. */
const UPLOADS: [upload: string, result: string][] = [
  ['0201-import-post-small', '0203-import-poll-complete'],
  ...['a-import-no-name', 'b-import-unknown-type', 'c-import-unknown-list', 'e-import-bad-name'].map(pair('0220')),
  ...['g-import-no-survey-sheet', 'h-import-empty-survey', 'i-import-missing-translation'].map(pair('0220')),
  ['0220-j-import-bad-xpath-post', '0220-j-import-bad-xpath-result'],
  ['0230-import-not-a-spreadsheet-post', '0230-import-not-a-spreadsheet-result'],
  ['0231-import-empty-file-post', '0231-import-empty-file-result'],
  ['0233-import-pdf-post', '0233-import-pdf-result'],
  ['0234-import-no-file', '0234-import-no-file-result'],
  ['0241-import-destination-post', '0242-import-destination-result'],
  ['0244-import-destination-no-permission-post', '0244-import-destination-no-permission-result'],
  ['0250-import-library-default-post', '0250-import-library-default-result'],
  ['0250-import-library-question-post', '0250-import-library-question-result'],
  ['0260-import-all-types-post', '0261-import-all-types-result'],
]

function pair(number: string) {
  return (name: string): [string, string] => [`${number}-${name}-post`, `${number}-${name}-result`]
}

interface Task {
  uid: string
  status: string
  messages: { created?: Imported[]; updated?: Imported[] }
}
interface Imported {
  uid: string
  summary?: { columns?: string[] }
}

/** What an import says apart from what is made up each time; columns in any order. */
function essence(body: unknown) {
  const { messages, status } = body as Task
  const { audit_logs: _logs, ...rest } = messages as Record<string, unknown>
  const text = JSON.stringify({ status, messages: rest }, (key, value: unknown) => {
    if (key === 'uid' || key === 'owner__username') return undefined
    return key === 'columns' && Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : value
  })
  return JSON.parse(text) as unknown
}

/** The rows of a form without the identifiers that were made up for them, keys in any order. */
const withoutKuid = (content: unknown) =>
  JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === '$kuid' ? undefined : value))) as unknown

describe.skipIf(!hasRecordings)('imports on the demo (skipped: no ../shared/recordings)', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  async function upload(world: World, name: string): Promise<Task> {
    const step = world.translate(recorded(name))
    const started = await world.ask(step)
    expect(started).toMatchObject({ status: 201, body: { status: 'processing' } })
    const { uid } = started.body as Task
    const poll = async () =>
      (await world.ask({ as: step.as ?? null, method: 'GET', path: `/api/v2/imports/${uid}/` })).body as Task

    expect(await poll()).toMatchObject({ status: 'created', messages: {} })
    vi.advanceTimersByTime(400)
    expect(await poll()).toMatchObject({ status: 'processing', messages: {} })
    vi.advanceTimersByTime(5000)
    return poll()
  }

  it.each(UPLOADS)('%s ends as recorded', async (name, result) => {
    expect(essence(await upload(await openWorld(), name))).toEqual(essence(recorded(result).response.body))
  })

  it.each([
    ['0201-import-post-small', '0240-destination-before'],
    ['0260-import-all-types-post', '0262-content-all-types'],
  ])('%s gives the form of %s', async (name, asset) => {
    const world = await openWorld()
    const { messages } = await upload(world, name)
    const { body } = await world.ask({ method: 'GET', path: `/api/v2/assets/${messages.created?.[0]?.uid}/` })
    const { content, name: title } = body as { content: unknown; name: string }
    expect({ title, content: withoutKuid(content) }).toEqual({
      title: (recorded(asset).response.body as { name: string }).name,
      content: withoutKuid((recorded(asset).response.body as { content: unknown }).content),
    })
  })

  it('makes one project of each upload, however many ask at once', async () => {
    const world = await openWorld()
    const count = async () =>
      ((await world.ask({ method: 'GET', path: '/api/v2/assets/' })).body as { count: number }).count
    const before = await count()
    await world.ask(world.translate(recorded('0260-import-all-types-post')))
    await world.ask(world.translate(recorded('0201-import-post-small')))
    vi.advanceTimersByTime(5000)
    expect(await Promise.all([count(), count(), count()])).toEqual([before + 2, before + 2, before + 2])
  })
})

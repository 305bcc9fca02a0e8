import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Demo, openDemo } from './demo.ts'
import { hasRecordings, readRecordings, type Recording } from './recordings.ts'

const recordings = new Map(readRecordings().map((recording) => [recording.name, recording]))

const recorded = (name: string): Recording => {
  const recording = recordings.get(name)
  if (!recording) throw new Error(`There is no recording ${name}`)
  return recording
}

/** Recorded uploads whose spreadsheet is in the recordings, with the recorded results. */
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

/** The result of an import without random parts, columns in alphabetical order. */
function comparable(body: unknown) {
  const { messages, status } = body as Task
  const { audit_logs: _logs, ...rest } = messages as Record<string, unknown>
  const text = JSON.stringify({ status, messages: rest }, (key, value: unknown) => {
    if (key === 'uid' || key === 'owner__username') return undefined
    return key === 'columns' && Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : value
  })
  return JSON.parse(text) as unknown
}

/** A form's content without random identifiers. */
const withoutKuid = (content: unknown) =>
  JSON.parse(JSON.stringify(content, (key, value: unknown) => (key === '$kuid' ? undefined : value))) as unknown

describe.skipIf(!hasRecordings)('imports on the demo (skipped: no ../shared/recordings)', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  async function upload(demo: Demo, name: string): Promise<Task> {
    const step = demo.translate(recorded(name))
    const started = await demo.request(step)
    expect(started).toMatchObject({ status: 201, body: { status: 'processing' } })
    const { uid } = started.body as Task
    const poll = async () =>
      (await demo.request({ user: step.user ?? null, method: 'GET', path: `/api/v2/imports/${uid}/` })).body as Task

    expect(await poll()).toMatchObject({ status: 'created', messages: {} })
    vi.advanceTimersByTime(400)
    expect(await poll()).toMatchObject({ status: 'processing', messages: {} })
    vi.advanceTimersByTime(5000)
    return poll()
  }

  it.each(UPLOADS)('%s has the recorded result', async (name, result) => {
    expect(comparable(await upload(await openDemo(), name))).toEqual(comparable(recorded(result).response.body))
  })

  it.each([
    ['0201-import-post-small', '0240-destination-before'],
    ['0260-import-all-types-post', '0262-content-all-types'],
  ])('%s creates the form of %s', async (name, asset) => {
    const demo = await openDemo()
    const { messages } = await upload(demo, name)
    const { body } = await demo.request({ method: 'GET', path: `/api/v2/assets/${messages.created?.[0]?.uid}/` })
    const { content, name: title } = body as { content: unknown; name: string }
    expect({ title, content: withoutKuid(content) }).toEqual({
      title: (recorded(asset).response.body as { name: string }).name,
      content: withoutKuid((recorded(asset).response.body as { content: unknown }).content),
    })
  })

  it('each upload creates one project, also with concurrent requests', async () => {
    const demo = await openDemo()
    const count = async () =>
      ((await demo.request({ method: 'GET', path: '/api/v2/assets/' })).body as { count: number }).count
    const before = await count()
    await demo.request(demo.translate(recorded('0260-import-all-types-post')))
    await demo.request(demo.translate(recorded('0201-import-post-small')))
    vi.advanceTimersByTime(5000)
    expect(await Promise.all([count(), count(), count()])).toEqual([before + 2, before + 2, before + 2])
  })
})

import { describe, expect, it } from 'vitest'
import { checkRecording, isCovered } from './check-recording.ts'
import { hasRecordings, readRecordings } from './recordings.ts'

const recordings = readRecordings().filter(isCovered)
const successes = recordings.filter(({ response }) => response.status < 300)
const errors = recordings.filter(({ response }) => response.status >= 400)

describe.skipIf(!hasRecordings)('recorded responses (skipped: no ../shared/recordings)', () => {
  it('exist', () => {
    expect(successes.length).toBeGreaterThan(150)
    expect(errors.length).toBeGreaterThan(50)
  })

  it.each(successes.map((recording) => [recording.name, recording] as const))('%s parses', async (_name, recording) => {
    expect(await checkRecording(recording)).toEqual({ kind: 'parsed' })
  })

  it.each(errors.map((recording) => [recording.name, recording] as const))(
    '%s becomes an error with the server’s message',
    async (_name, recording) => {
      expect(await checkRecording(recording)).toEqual({ kind: 'refused' })
    },
  )
})

describe('checkRecording', () => {
  const request = { method: 'GET', path: '/me/', query: null, headers: {}, body: null }
  const recordingOf = (status: number, body: unknown) => ({
    name: 'x',
    request,
    response: { status, headers: {}, body },
  })

  it('fails if a required key is missing', async () => {
    expect(await checkRecording(recordingOf(200, { server_time: '2026-11-21T01:39:51Z' }))).toMatchObject({
      kind: 'failed',
      problem: expect.stringContaining('username') as unknown,
    })
  })

  it('fails if an item of a list is unreadable', async () => {
    const list = { count: 2, next: null, previous: null, results: [{ id: 1 }] }
    const recording = { ...recordingOf(200, list), request: { ...request, path: '/api/v2/assets/' } }
    expect(await checkRecording(recording)).toMatchObject({ kind: 'failed' })
  })

  it('fails if a message of an error response is lost', async () => {
    expect(await checkRecording(recordingOf(400, { detail: 'One', error: 'Two' }))).toMatchObject({ kind: 'failed' })
  })

  it.each([
    ['another endpoint', { ...request, path: '/o/applications/' }],
    ['a page for browsers', { ...request, headers: { accept: 'text/html' } }],
    ['another format', { ...request, query: 'format=xml' }],
  ])('excludes %s', async (_name, otherRequest) => {
    expect(await checkRecording({ ...recordingOf(200, ''), request: otherRequest })).toMatchObject({
      kind: 'not covered',
    })
  })
})

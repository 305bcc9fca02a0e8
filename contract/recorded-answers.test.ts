import { describe, expect, it } from 'vitest'
import { isCovered, judge } from './judge.ts'
import { hasRecordings, readRecordings } from './recordings.ts'

const recordings = readRecordings().filter(isCovered)
const answers = recordings.filter(({ response }) => response.status < 300)
const refusals = recordings.filter(({ response }) => response.status >= 400)

describe.skipIf(!hasRecordings)('what a real KPI answered (skipped: no ../shared/recordings)', () => {
  it('is there to be read', () => {
    expect(answers.length).toBeGreaterThan(150)
    expect(refusals.length).toBeGreaterThan(50)
  })

  it.each(answers.map((recording) => [recording.name, recording] as const))('%s parses', async (_name, recording) => {
    expect(await judge(recording)).toEqual({ kind: 'parsed' })
  })

  it.each(refusals.map((recording) => [recording.name, recording] as const))(
    '%s becomes an error with the words of the server',
    async (_name, recording) => {
      expect(await judge(recording)).toEqual({ kind: 'refused' })
    },
  )
})

describe('the judge', () => {
  const request = { method: 'GET', path: '/me/', query: null, headers: {}, body: null }
  const answered = (status: number, body: unknown) => ({ name: 'x', request, response: { status, headers: {}, body } })

  it('fails an answer that lacks what the app relies on', async () => {
    expect(await judge(answered(200, { server_time: '2026-11-21T01:39:51Z' }))).toMatchObject({
      kind: 'failed',
      problem: expect.stringContaining('username') as unknown,
    })
  })

  it('fails a list with an odd item, which the app itself would show the rest of', async () => {
    const list = { count: 2, next: null, previous: null, results: [{ id: 1 }] }
    const recording = { ...answered(200, list), request: { ...request, path: '/api/v2/assets/' } }
    expect(await judge(recording)).toMatchObject({ kind: 'failed' })
  })

  it('fails a refusal whose words get lost', async () => {
    expect(await judge(answered(400, { detail: 'One', error: 'Two' }))).toMatchObject({ kind: 'failed' })
  })

  it.each([
    ['another endpoint', { ...request, path: '/o/applications/' }],
    ['a page for browsers', { ...request, headers: { accept: 'text/html' } }],
    ['another format', { ...request, query: 'format=xml' }],
  ])('leaves out %s', async (_name, asked) => {
    expect(await judge({ ...answered(200, ''), request: asked })).toMatchObject({ kind: 'not covered' })
  })
})

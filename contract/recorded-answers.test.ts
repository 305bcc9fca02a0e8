import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ApiError } from '#/api/errors.ts'
import { schemaFor } from './endpoints.ts'
import { hasRecordings, type Recording, readRecordings } from './recordings.ts'

/** Requests that the app never makes, though it asks the same endpoint. */
const NOT_ASKED_LIKE_THIS = [
  /html|browser-accept|xml|geojson/, // other formats than JSON
  /^1533/, // an asset of 11 MB, cut short in the recording
]

const inScope = ({ name, request }: Recording) =>
  schemaFor(request.method, request.path) !== undefined && !NOT_ASKED_LIKE_THIS.some((pattern) => pattern.test(name))

const recordings = readRecordings().filter(inScope)
const answers = recordings.filter(({ response }) => response.status < 300)
const refusals = recordings.filter(({ response }) => response.status >= 400)

/** What each kind of refusal must become, by status. */
const KINDS: Record<number, ApiError['kind']> = {
  400: 'rejected',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  405: 'rejected',
  406: 'rejected',
  409: 'conflict',
  500: 'server-fault',
}

describe.skipIf(!hasRecordings)('what a real KPI answered (skipped: no ../shared/recordings)', () => {
  it('is there to be read', () => {
    expect(answers.length).toBeGreaterThan(150)
    expect(refusals.length).toBeGreaterThan(50)
  })

  it.each(answers.map((recording) => [recording.name, recording] as const))(
    '%s parses',
    (_name, { request, response }) => {
      const schema = schemaFor(request.method, request.path)
      const result = schema?.safeParse(response.body)
      expect(result?.error && z.prettifyError(result.error)).toBeUndefined()
    },
  )

  it.each(refusals.map((recording) => [recording.name, recording] as const))(
    '%s becomes an error with the words of the server',
    async (_name, { response: { status, headers, body } }) => {
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const error = await ApiError.from(
        new Response(text, { status, headers: { 'Content-Type': headers['content-type'] ?? '' } }),
      )
      expect(error.kind).toBe(KINDS[status])
      const words = typeof body === 'object' && body !== null ? Object.values(body).flat(3) : []
      for (const word of words.filter((value) => typeof value === 'string')) {
        expect(`${error.message}\n${Object.values(error.fields).join('\n')}`).toContain(word)
      }
    },
  )
})

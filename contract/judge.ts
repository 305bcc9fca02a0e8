import * as z from 'zod/mini'
import { ApiError } from '#/api/errors.ts'
import { Unreadable } from '#/api/pagination.ts'
import { endpointFor } from './endpoints.ts'
import { oneLine, type Recording } from './recordings.ts'

/** What a recording shows of the app: that it reads the answer, or turns a refusal into the right error. */
export type Verdict =
  { kind: 'parsed' | 'refused' } | { kind: 'not covered'; reason: string } | { kind: 'failed'; problem: string }

/** What refusals become, by status; any other below 500 is `rejected` where KPI wrote it. */
const KINDS: Record<number, ApiError['kind']> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'throttled',
}

export const isCovered = (recording: Recording) => whyNotCovered(recording) === undefined

export async function judge(recording: Recording): Promise<Verdict> {
  const reason = whyNotCovered(recording)
  if (reason !== undefined) return { kind: 'not covered', reason }
  const problem = recording.response.status < 300 ? notParsed(recording) : await notRefused(recording).catch(String)
  if (problem !== undefined) return { kind: 'failed', problem }
  return { kind: recording.response.status < 300 ? 'parsed' : 'refused' }
}

function whyNotCovered({ request, response }: Recording): string | undefined {
  if (!endpointFor(request.method, request.path)) return 'an endpoint that the app does not ask'
  const { accept = '' } = request.headers
  const { format } = Object.fromEntries(new URLSearchParams(request.query ?? ''))
  const isHtml = accept.includes('text/html')
  if (isHtml || (format !== undefined && format !== 'json')) return 'another format than JSON'
  if (response.status >= 300 && response.status < 400) return 'a redirection, which the browser follows'
  const { body } = response
  return typeof body === 'object' && body !== null && '_cut' in body ? 'cut short in the recording' : undefined
}

function notParsed({ request, response }: Recording): string | undefined {
  const result = endpointFor(request.method, request.path)?.schema.safeParse(response.body ?? null)
  return result?.error ? oneLine(z.prettifyError(result.error)) : oddItemIn(result?.data)
}

/** The app goes on with the rest of a list; here each item counts. */
function oddItemIn(data: unknown): string | undefined {
  if (data instanceof Unreadable) return data.cause && oneLine(z.prettifyError(data.cause))
  if (typeof data !== 'object' || data === null) return undefined
  return Object.values(data).map(oddItemIn).find(Boolean)
}

async function notRefused({ response: { status, headers, body } }: Recording): Promise<string | undefined> {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null)
  const error = await ApiError.from(
    new Response(text, { status, headers: { 'Content-Type': headers['content-type'] ?? '' } }),
  )
  const isJson = typeof body === 'object' && body !== null
  const kind = KINDS[status] ?? (status >= 500 ? 'server-fault' : isJson ? 'rejected' : 'unreadable')
  if (error.kind !== kind) return `${status} became “${error.kind}”, not “${kind}”`
  const said = `${error.message}\n${Object.values(error.fields).join('\n')}`
  const missing = isJson
    ? Object.values(body)
        .flat(3)
        .find((word) => typeof word === 'string' && !said.includes(word))
    : undefined
  return missing === undefined ? undefined : `the server's words are lost: ${JSON.stringify(missing)}`
}

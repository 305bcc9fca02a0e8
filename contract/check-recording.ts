import * as z from 'zod/mini'
import { ApiError } from '#/api/errors.ts'
import { Unreadable } from '#/api/pagination.ts'
import { endpointFor } from './endpoints.ts'
import { oneLine, type Recording } from './recordings.ts'

/** The result of checking a recording: a success was parsed, or an error response became the right `ApiError`. */
export type CheckResult =
  { kind: 'parsed' | 'refused' } | { kind: 'not covered'; reason: string } | { kind: 'failed'; problem: string }

/** Kinds of errors by status. Any other status below 500 is `rejected` if the body is KPI's JSON. */
const KINDS: Record<number, ApiError['kind']> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'throttled',
}

export const isCovered = (recording: Recording) => exclusionReason(recording) === undefined

export async function checkRecording(recording: Recording): Promise<CheckResult> {
  const reason = exclusionReason(recording)
  if (reason !== undefined) return { kind: 'not covered', reason }
  const problem =
    recording.response.status < 300 ? parseProblem(recording) : await errorProblem(recording).catch(String)
  if (problem !== undefined) return { kind: 'failed', problem }
  return { kind: recording.response.status < 300 ? 'parsed' : 'refused' }
}

function exclusionReason({ request, response }: Recording): string | undefined {
  if (!endpointFor(request.method, request.path)) return 'an endpoint that the app does not use'
  const { accept = '' } = request.headers
  const { format } = Object.fromEntries(new URLSearchParams(request.query ?? ''))
  const isHtml = accept.includes('text/html')
  if (isHtml || (format !== undefined && format !== 'json')) return 'a format other than JSON'
  if (response.status >= 300 && response.status < 400) return 'a redirect, which the browser follows'
  const { body } = response
  return typeof body === 'object' && body !== null && '_cut' in body ? 'truncated in the recording' : undefined
}

function parseProblem({ request, response }: Recording): string | undefined {
  const result = endpointFor(request.method, request.path)?.schema.safeParse(response.body ?? null)
  return result?.error ? oneLine(z.prettifyError(result.error)) : unreadableItemIn(result?.data)
}

/** The first unreadable item of a list. The app shows the rest of such a list; here it is a failure. */
function unreadableItemIn(data: unknown): string | undefined {
  if (data instanceof Unreadable) return data.cause && oneLine(z.prettifyError(data.cause))
  if (typeof data !== 'object' || data === null) return undefined
  return Object.values(data).map(unreadableItemIn).find(Boolean)
}

async function errorProblem({ response: { status, headers, body } }: Recording): Promise<string | undefined> {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null)
  const error = await ApiError.from(
    new Response(text, { status, headers: { 'Content-Type': headers['content-type'] ?? '' } }),
  )
  const isJson = typeof body === 'object' && body !== null
  const kind = KINDS[status] ?? (status >= 500 ? 'server-fault' : isJson ? 'rejected' : 'unreadable')
  if (error.kind !== kind) return `${status} became “${error.kind}”, not “${kind}”`
  const shownText = `${error.message}\n${Object.values(error.fields).join('\n')}`
  const missing = isJson
    ? Object.values(body)
        .flat(3)
        .find((word) => typeof word === 'string' && !shownText.includes(word))
    : undefined
  return missing === undefined ? undefined : `the server's message is lost: ${JSON.stringify(missing)}`
}

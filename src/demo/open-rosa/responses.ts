import { json } from '#/demo/responses.ts'

export const XML = { 'Content-Type': 'text/xml; charset=utf-8', 'X-OpenRosa-Version': '1.0' }
const NAMESPACE = 'http://openrosa.org/http/response'

/**
 * An error, or 202 for a duplicate: JSON if the request was JSON, otherwise XML whatever the `Accept` header says
 * [2081, 2098].
 */
export function openRosaError(status: number, message: string, isJson: boolean): Response {
  if (isJson) return json({ error: message }, status)
  const xml = `<?xml version='1.0' encoding='UTF-8' ?>\n<OpenRosaResponse xmlns="${NAMESPACE}">\n        <message nature="">${message}</message>\n</OpenRosaResponse>`
  return new Response(xml, { status, headers: XML })
}

/** The response to anonymous requests [0803]. */
export const openRosaUnauthorized = () =>
  new Response(
    '<?xml version="1.0" encoding="utf-8"?>\n<root><detail>Authentication credentials were not provided.</detail></root>',
    { status: 401, headers: XML },
  )

interface Received {
  formId: string
  instanceId: string
  /** Milliseconds since 1970. */
  time: number
}

/** The response to an accepted submission: JSON if the `Accept` header asks for it [0801, 2080]. */
export function openRosaSuccess({ headers }: Request, { formId, instanceId, time }: Received): Response {
  const [submissionDate, markedAsCompleteDate] = [pythonTimestamp(time), pythonTimestamp(Date.now())]
  if (headers.get('Accept')?.includes('json') === true) {
    const message = 'Successful submission.'
    return json(
      { message, formid: formId, encrypted: false, instanceID: instanceId, submissionDate, markedAsCompleteDate },
      201,
    )
  }
  const attributes = `id="${formId}"  instanceID="${instanceId}" submissionDate="${submissionDate}" isComplete="true" markedAsCompleteDate="${markedAsCompleteDate}"`
  const xml = `<OpenRosaResponse xmlns="${NAMESPACE}">\n    <message>Successful submission.</message>\n    <submissionMetadata xmlns="http://www.opendatakit.org/xforms" ${attributes}/>\n</OpenRosaResponse>\n`
  return new Response(xml, { status: 201, headers: XML })
}

/** A time as Python formats it: with microseconds unless they are zero. */
const pythonTimestamp = (time: number) =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, '+00:00')
    .replace('Z', '000+00:00')

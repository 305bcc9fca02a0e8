import { json } from '#/demo/answers.ts'

const XML = { 'Content-Type': 'text/xml; charset=utf-8', 'X-OpenRosa-Version': '1.0' }
const NAMESPACE = 'http://openrosa.org/http/response'

/** A refusal, and 202 for what is there already: in JSON where JSON was sent, else in XML whatever is accepted [2081, 2098]. */
export function openRosaFault(status: number, message: string, isJson: boolean): Response {
  if (isJson) return json({ error: message }, status)
  const xml = `<?xml version='1.0' encoding='UTF-8' ?>\n<OpenRosaResponse xmlns="${NAMESPACE}">\n        <message nature="">${message}</message>\n</OpenRosaResponse>`
  return new Response(xml, { status, headers: XML })
}

/** Nobody is signed in [0803]. */
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

/** What is said of a submission that was taken, in JSON where that is accepted [0801, 2080]. */
export function openRosaReceived({ headers }: Request, { formId, instanceId, time }: Received): Response {
  const [submissionDate, markedAsCompleteDate] = [moment(time), moment(Date.now())]
  if (headers.get('Accept')?.includes('json') === true) {
    const message = 'Successful submission.'
    return json(
      { message, formid: formId, encrypted: false, instanceID: instanceId, submissionDate, markedAsCompleteDate },
      201,
    )
  }
  const about = `id="${formId}"  instanceID="${instanceId}" submissionDate="${submissionDate}" isComplete="true" markedAsCompleteDate="${markedAsCompleteDate}"`
  const xml = `<OpenRosaResponse xmlns="${NAMESPACE}">\n    <message>Successful submission.</message>\n    <submissionMetadata xmlns="http://www.opendatakit.org/xforms" ${about}/>\n</OpenRosaResponse>\n`
  return new Response(xml, { status: 201, headers: XML })
}

/** As Python writes a time: microseconds where there are any. */
const moment = (time: number) =>
  new Date(time)
    .toISOString()
    .replace(/\.000Z$/, '+00:00')
    .replace('Z', '000+00:00')

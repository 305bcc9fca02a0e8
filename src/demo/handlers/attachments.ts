import { badRequest, notFound } from '../answers.ts'
import { picture } from '../picture.ts'
import { type Call, type Resource, resource } from '../resource.ts'
import { requireData, requireSubmission } from '../submission-access.ts'

const WIDTHS: Record<string, number> = { original: 640, large: 480, medium: 320, small: 160 }

interface Attachment {
  uid: string
  media_file_basename: string
  question_xpath: string
}

function attachmentsOf(call: Call): Attachment[] {
  const { _attachments: attachments } = requireSubmission(call, requireData(call)).submission
  return Array.isArray(attachments) ? (attachments as Attachment[]) : []
}

/** A picture of nothing in particular, the same for the same attachment. */
async function send(attachment: Attachment | undefined, size: string): Promise<Response> {
  const width = WIDTHS[size]
  if (!attachment || width === undefined) throw notFound()
  return new Response(await picture(attachment.uid, width), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Disposition': `inline; filename=${attachment.media_file_basename}`,
    },
  })
}

const base = 'api/v2/assets/:uid/data/:id/attachments'

export const attachmentResources: Resource[] = [
  resource(`${base}/`, {
    GET: (call) => {
      const xpath = call.url.searchParams.get('xpath')
      const attachments = attachmentsOf(call)
      if (xpath === null) throw badRequest({ detail: '`xpath` query parameter is required' }) // [0870]
      return send(
        attachments.find(({ question_xpath: path }) => path === xpath),
        'original',
      )
    },
  }),
  resource(`${base}/:attachment/`, {
    GET: (call) =>
      send(
        attachmentsOf(call).find(({ uid }) => uid === call.params.attachment),
        'original',
      ),
  }),
  resource(`${base}/:attachment/:size/`, {
    GET: (call) => {
      const attachment = attachmentsOf(call).find(({ uid }) => uid === call.params.attachment)
      return send(attachment, call.params.size ?? '')
    },
  }),
]

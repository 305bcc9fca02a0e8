import { picture } from '#/demo/picture.ts'
import { recording } from '#/demo/recording.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, noContent, notFound } from '#/demo/responses.ts'
import { requireSubmissionPermission } from '#/demo/submissions/bulk-request.ts'
import { requireData, requireSubmission } from '#/demo/submissions/submission-access.ts'
import { attachmentsOf as filesOf } from '#/demo/submissions/submission-changes.ts'
import { buildSubmission, submissionRefs } from '#/demo/submissions/submission-store.ts'

const WIDTHS: Record<string, number> = { original: 640, large: 480, medium: 320, small: 160 }

interface Attachment {
  uid: string
  media_file_basename: string
  mimetype: string
  question_xpath: string
  is_deleted: boolean
}

function attachmentsOf(call: Call): Attachment[] {
  const { _attachments: attachments } = requireSubmission(call, requireData(call)).submission
  const files = Array.isArray(attachments) ? (attachments as Attachment[]) : []
  return files.filter((file) => !file.is_deleted)
}

/** Sends a generated picture or recording, always the same for the same attachment. */
async function send(attachment: Attachment | undefined, size: string): Promise<Response> {
  const width = WIDTHS[size]
  if (!attachment || width === undefined) throw notFound()
  const isAudio = attachment.mimetype.startsWith('audio/')
  return new Response(isAudio ? recording(attachment.uid) : await picture(attachment.uid, width), {
    headers: {
      'Content-Type': isAudio ? attachment.mimetype : 'image/png',
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
  resource('api/v2/assets/:uid/attachments/:attachment/', {
    /** The attachment's entry and the answer stay; only the file is deleted [0879, 0880]. */
    DELETE: async (call) => {
      const asset = requireSubmissionPermission(call, 'change_submissions')
      const uid = call.params.attachment ?? ''
      const refs = submissionRefs(call.db, asset.uid)
      const ref = refs.find((one) =>
        filesOf(buildSubmission(call.db, asset, one, call.url.origin)).some(
          (file) => file.uid === uid && !file.is_deleted,
        ),
      )
      if (!ref) throw notFound()
      const { id, change } = ref
      const deletedFiles = [...(change?.deletedFiles ?? []), uid]
      await call.db.saveChanges([{ ...change, assetUid: asset.uid, id, deletedFiles }])
      return noContent()
    },
  }),
]

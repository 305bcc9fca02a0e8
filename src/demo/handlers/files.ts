import { serializeMedia } from '#/demo/assets/media-serializer.ts'
import { newUid } from '#/demo/database.ts'
import { recordAction } from '#/demo/history.ts'
import { isRecord, requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import type { AssetRecord, MediaRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, json, noContent, notFound, pageOf } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'

const MIME_TYPES = /^(?:image|audio|video)\/|^(?:text\/csv|application\/(?:xml|zip|geo\+json))$/
const TYPES_ALLOWED =
  'Only `image`, `audio`, `video`, `text/csv`, `application/xml`, `application/zip`, `application/geo+json` MIME types are allowed'

/** The fields of an upload, as a form or as JSON [1101, 1103, 1117]. */
async function fieldsOf({ request }: Call): Promise<Record<string, unknown>> {
  const isForm = /form-data/.test(request.headers.get('Content-Type') ?? '')
  const body: unknown = isForm ? Object.fromEntries(await request.formData()) : await request.json()
  return isRecord(body) ? body : {}
}

function metadataOf({ metadata }: Record<string, unknown>): Record<string, unknown> {
  const read: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
  return isRecord(read) ? read : {}
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Of an uploaded file or an address: what is stored. @throws KPI's response to an incomplete or unsuitable one */
async function readUpload(call: Call): Promise<MediaRecord> {
  const fields = await fieldsOf(call)
  const { description, content } = fields
  if (typeof description !== 'string' || description === '') {
    throw badRequest({ description: ['This field is required.'] }) // [1109]
  }
  const { filename, redirect_url: url } = metadataOf(fields)
  const common = { uid: newUid('af'), username: call.username, description, date_created: isoDate(Date.now()) }
  const hash = `md5:${newUid('h').toLowerCase()}`
  if (typeof url === 'string') {
    if (!/^https?:\/\/\S+$/.test(url)) throw badRequest({ metadata: ['`redirect_url` is invalid'] }) // [1115]
    const name = new URL(url).pathname.split('/').at(-1) ?? ''
    const mimetype = name.endsWith('.csv') ? 'text/csv' : 'image/png'
    return { ...common, filename: name, mimetype, hash: `${hash}-url`, redirect_url: url }
  }
  if (!(content instanceof Blob)) throw badRequest({ content: ['No files have been submitted'] }) // [1108]
  if (!MIME_TYPES.test(content.type)) throw badRequest({ content: [TYPES_ALLOWED] }) // [1105]
  const name = typeof filename === 'string' ? filename : content instanceof File ? content.name : 'file'
  return { ...common, filename: name, mimetype: content.type, hash, content: await base64Of(content) }
}

function requireFile(asset: AssetRecord, { params }: Call): MediaRecord {
  const file = asset.media?.find(({ uid }) => uid === params.file)
  if (!file) throw notFound()
  return file
}

const recordMedia = (call: Call, asset: AssetRecord, action: string, { uid, filename, hash }: MediaRecord) =>
  recordAction(call, asset, action, { 'asset-file': { uid, filename, md5_hash: hash } })

/** The media files of forms. */
export const fileResources: Resource[] = [
  resource('api/v2/assets/:uid/files/', {
    GET: (call) => {
      const asset = requireAsset(call)
      return json(pageOf(call.url, asset.media ?? [], (file) => serializeMedia(asset, file, call.url.origin)))
    },
    POST: async (call) => {
      const upload = await readUpload(call)
      const asset = requireAsset(call)
      requirePermission(asset, call, 'change_asset')
      const media = asset.media ?? []
      if (media.some(({ filename }) => filename === upload.filename)) {
        throw badRequest({ content: ['File already exists'] }) // [1104]
      }
      await call.db.saveAsset({ ...asset, media: [...media, upload] })
      await recordMedia(call, asset, 'add-media', upload)
      return json(serializeMedia(asset, upload, call.url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/files/:file/', {
    GET: (call) => {
      const asset = requireAsset(call)
      return json(serializeMedia(asset, requireFile(asset, call), call.url.origin))
    },
    DELETE: async (call) => {
      const asset = requireAsset(call)
      requirePermission(asset, call, 'change_asset')
      const file = requireFile(asset, call)
      await call.db.saveAsset({ ...asset, media: (asset.media ?? []).filter(({ uid }) => uid !== file.uid) })
      await recordMedia(call, asset, 'delete-media', file)
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/files/:file/content/', {
    GET: (call) => {
      const { content = '', mimetype } = requireFile(requireAsset(call), call)
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      return new Response(bytes, { headers: { 'Content-Type': mimetype } })
    },
  }),
]

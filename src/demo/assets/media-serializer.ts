import type { AssetRecord, MediaRecord } from '#/demo/records.ts'

/** A media file of a form, as `files/` and the asset itself have it [1111, 1121]. */
export function serializeMedia({ uid }: AssetRecord, file: MediaRecord, origin: string) {
  const asset = `${origin}/api/v2/assets/${uid}/`
  const url = `${asset}files/${file.uid}/`
  const { filename, mimetype, hash, redirect_url: redirect } = file
  return {
    uid: file.uid,
    url,
    asset,
    user: `${origin}/api/v2/users/${file.username}/`,
    user__username: file.username,
    file_type: 'form_media',
    description: file.description,
    date_created: file.date_created,
    content: `${url}content/`,
    metadata: { ...(redirect !== undefined && { redirect_url: redirect }), filename, hash, mimetype },
  }
}

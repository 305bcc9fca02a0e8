import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { fileQueries } from '#/api/kpi/files/queries.ts'
import { AssetFile } from '#/api/kpi/files/schema.ts'
import { PermissionAssignments } from '#/api/kpi/permissions/schema.ts'

/** A form of 1,269 rows takes some seconds [0204]. */
const TIMEOUT = 180_000

interface Copy {
  /** The project or template that is copied. */
  from: string
  name: string
}

/**
 * Makes a project of another project or of a template: with its form, settings and tags, without its sharing, submissions
 * and media files [0410]. Needs only view access to the source [0412]. Not idempotent: each request makes a project.
 */
export const copyProject = () =>
  mutationOptions({
    mutationKey: [...assetQueries.all(), 'copy'],
    mutationFn: ({ from, name }: Copy, { client }) =>
      kpiOf(client).post('api/v2/assets/', AssetListItem, {
        body: { clone_from: from, name, asset_type: 'survey' },
        timeout: TIMEOUT,
      }),
    onSuccess: (_copy, _variables, _result, { client }) => client.invalidateQueries({ queryKey: assetQueries.lists() }),
  })

/** Replaces the sharing of a project by that of another one, `from` [0660]. The same request twice has one effect. */
export const copySharing = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['permissions', assetUid, 'copy'],
    mutationFn: ({ from }: Pick<Copy, 'from'>, { client }) =>
      kpiOf(client).patch(`api/v2/assets/${assetUid}/permission-assignments/clone/`, PermissionAssignments, {
        body: { clone_from: from },
      }),
  })

/**
 * Adds the media file of another form to a form: reads and uploads it, or passes on its address [1101, 1103]. A file of
 * this name that is there already counts as added: its name can be used once [1104].
 */
export const copyMediaFile = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['files', assetUid, 'copy'],
    mutationFn: async ({ content, metadata, description }: AssetFile, { client }) => {
      const kpi = kpiOf(client)
      const common = { description: description || 'default', file_type: 'form_media' }
      const { filename, redirect_url: url, mimetype = '' } = metadata
      try {
        const body = url === undefined ? new FormData() : { ...common, metadata: JSON.stringify({ redirect_url: url }) }
        if (body instanceof FormData) {
          const file = await kpi.blob(kpi.pathOf(content), { mimetype, timeout: TIMEOUT })
          for (const [name, value] of Object.entries(common)) body.set(name, value)
          body.set('metadata', JSON.stringify({ filename }))
          body.set('content', new File([file], filename, { type: mimetype || file.type }))
        }
        await kpi.post(`api/v2/assets/${assetUid}/files/`, AssetFile, { body, timeout: TIMEOUT })
      } catch (error) {
        if (!(error instanceof ApiError && error.kind === 'rejected')) throw error
        const { results } = await client.query({ ...fileQueries.media(assetUid), staleTime: 0 })
        if (!results.some(({ metadata: other }) => other.filename === filename)) throw error
      }
    },
  })

import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { importQueries } from './queries.ts'
import { StartedImport } from './schema.ts'

/** A form that the server fetches itself, without signing in: it answers 201 to any address [0237, 0238]. */
export interface LinkedForm {
  url: string
  /** The project's name, unless the form has a title. */
  name: string
}

interface Upload {
  file: File | LinkedForm
  signal?: AbortSignal
  /** Replaces the form of this project instead of creating a project [0241]. */
  destinationUid?: string
}

/** Requests an import. */
function sendForm(client: QueryClient, { file, signal, destinationUid }: Upload) {
  const body = new FormData()
  if (file instanceof File) body.set('file', file)
  else body.set('url', file.url)
  body.set('name', file.name)
  body.set('library', 'false')
  if (destinationUid !== undefined) body.set('destination', `/api/v2/assets/${destinationUid}/`)
  return kpiOf(client).post('api/v2/imports/', StartedImport, { body, timeout: 600_000, ...(signal && { signal }) })
}

/**
 * Uploads an XLSForm, or its address. The server validates it later: it answers 201 to any file [0231-0234].
 * Without `library=false` a survey would become a library block [0257].
 */
export const uploadForm = () =>
  mutationOptions({
    mutationKey: [...importQueries.all(), 'upload'],
    mutationFn: (upload: Upload, { client }) => sendForm(client, upload),
  })

interface Replacement {
  file: File
  /** The version of the form that the user saw. */
  versionId: string | null
}

/**
 * Replaces the form of a project by a file. The server does so whatever changed meanwhile, even if the file is poor
 * [0245, 0246], and does not deploy it [0242]: so the project is read again before.
 * @throws ApiError `conflict` if the form is not the version that the user saw any more
 */
export const replaceForm = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...importQueries.all(), 'replace', assetUid],
    scope: { id: `asset/${assetUid}` },
    mutationFn: async ({ file, versionId }: Replacement, { client }) => {
      const now = await kpiOf(client).get(`api/v2/assets/${assetUid}/`, Asset)
      if (now.version_id !== versionId) {
        client.setQueryData(assetQueries.detail(assetUid).queryKey, now)
        throw new ApiError('conflict', '')
      }
      return sendForm(client, { file, destinationUid: assetUid })
    },
  })

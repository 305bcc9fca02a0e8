import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { pathOfUrl, urlOf } from '#/api/addresses.ts'
import { connectionOf, kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'

const FILES = ['attachments']

/** Whether a file failed because the server does not allow this site to read files. Sends no request. */
export const filesNotAllowed = queryOptions({
  queryKey: ['files-not-allowed'],
  queryFn: () => false,
  enabled: false,
  initialData: false,
  staleTime: Infinity,
})

/**
 * A file of a submission, by the URL in its attachment record. After one failed with kind `file-not-allowed`, the others
 * fail in the same way without a request.
 */
export const attachmentFile = (url: string) =>
  queryOptions({
    queryKey: [...FILES, url],
    queryFn: async ({ client, signal }) => {
      const { queryKey } = filesNotAllowed
      if (client.getQueryData(queryKey)) throw new ApiError('file-not-allowed', '')
      const kpi = kpiOf(client)
      return kpi.blob(kpi.pathOf(url), { signal }).catch((error: unknown) => {
        if (error instanceof ApiError && error.kind === 'file-not-allowed') client.setQueryData(queryKey, true)
        throw error
      })
    },
    staleTime: Infinity,
    meta: { showsError: true }, // shown in place of this file
  })

/** Loads failed files again, also of a server that does not allow this site to read files. */
export function refetchFailedFiles(client: QueryClient): void {
  client.setQueryData(filesNotAllowed.queryKey, false)
  void client.refetchQueries({ queryKey: FILES, type: 'active', predicate: ({ state }) => state.status === 'error' })
}

/** Loads a file of a submission to save it on the device. Its timeout is five minutes. */
export const downloadAttachment = ({ url, mimeType }: { url: string; mimeType: string }) =>
  mutationOptions<Blob, ApiError, void>({
    mutationKey: ['download-attachment', url],
    mutationFn: async (_variables, { client }) => {
      const kpi = kpiOf(client)
      return kpi.blob(kpi.pathOf(url), { mimetype: mimeType, timeout: 300_000 })
    },
    meta: { showsError: true },
  })

/** The URL of a file for a browser tab, which uses the sign-in to KoboToolbox; `null` for URLs of other servers. */
export function fileAddress(client: QueryClient, url: string): string | null {
  const connection = connectionOf(client)
  if (!connection) return null
  try {
    return urlOf(connection.server, pathOfUrl(url, connection)).href
  } catch {
    return null
  }
}

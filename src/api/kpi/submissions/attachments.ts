import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { addressOf, pathOfUrl } from '#/api/addresses.ts'
import { connectionOf, kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import type { Attachment } from './schema.ts'

const FILES = ['attachments']

/** Whether the server was seen to keep its files from pages of this site. Nothing is asked. */
export const filesNotAllowed = queryOptions({
  queryKey: ['files-not-allowed'],
  queryFn: () => false,
  enabled: false,
  initialData: false,
  staleTime: Infinity,
})

/** A file that came with a submission, by its URL in the answer. Where the server keeps its files back, none is asked for. */
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
    meta: { showsError: true }, // a fault of this file, not of the page
  })

/** Asks once more for the files that failed, also of a server that kept them back. */
export function readFilesAgain(client: QueryClient): void {
  client.setQueryData(filesNotAllowed.queryKey, false)
  void client.refetchQueries({ queryKey: FILES, type: 'active', predicate: ({ state }) => state.status === 'error' })
}

/** The file that came with a submission, for the browser's downloads. */
export const downloadAttachment = ({ download_url: url, mimetype }: Pick<Attachment, 'download_url' | 'mimetype'>) =>
  mutationOptions<Blob, ApiError, void>({
    mutationKey: ['download-attachment', url],
    mutationFn: async (_variables, { client }) => {
      const kpi = kpiOf(client)
      return kpi.blob(kpi.pathOf(url), { mimetype, timeout: 300_000 })
    },
    meta: { showsError: true },
  })

/** Where the browser itself can open a file, as whoever is signed in to the server's own pages; `null` at no other server. */
export function fileAddress(client: QueryClient, url: string): string | null {
  const connection = connectionOf(client)
  if (!connection) return null
  try {
    return addressOf(connection.server, pathOfUrl(url, connection)).href
  } catch {
    return null
  }
}

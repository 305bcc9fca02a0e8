import { mutationOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { importQueries } from './queries.ts'
import { StartedImport } from './schema.ts'

interface Upload {
  file: File
  signal?: AbortSignal
  /** Replaces the form of this project instead of creating a project [0241]. */
  destinationUid?: string
}

/**
 * Uploads an XLSForm. The server validates it later: it answers 201 to any file [0231-0234].
 * Without `library=false` a survey would become a library block [0257].
 */
export const uploadForm = () =>
  mutationOptions({
    mutationKey: [...importQueries.all(), 'upload'],
    mutationFn: async ({ file, signal, destinationUid }: Upload, { client }) => {
      const body = new FormData()
      body.set('file', file)
      body.set('name', file.name)
      body.set('library', 'false')
      if (destinationUid !== undefined) body.set('destination', `/api/v2/assets/${destinationUid}/`)
      return kpiOf(client).post('api/v2/imports/', StartedImport, { body, timeout: 600_000, ...(signal && { signal }) })
    },
  })

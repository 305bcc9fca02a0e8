import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import type { readFormList, readManifest } from './schema.ts'

/** Loaded with the first answer: few people ever need it. */
interface Reader {
  readFormList: typeof readFormList
  readManifest: typeof readManifest
}

/** OpenRosa answers XML whatever the `Accept` header says; a login page is none. */
async function readXml<Data>(
  client: QueryClient,
  request: { path: string; query?: Record<string, string>; signal: AbortSignal },
  read: (reader: Reader, xml: string) => Data,
): Promise<Data> {
  const { path, query = {}, signal } = request
  const [reader, file] = await Promise.all([
    import('./schema.ts'),
    kpiOf(client).blob(path, { query, signal, mimetype: 'text/xml' }),
  ])
  try {
    return read(reader, await file.text())
  } catch (cause) {
    throw new ApiError('unreadable', '', { cause })
  }
}

/**
 * What devices get. KPI answers these addresses at its own origin, too, so they are asked there: no credentials leave the
 * connection's server, whatever address KoboCollect is given.
 */
export const openRosaQueries = {
  all: (assetUid: string) => ['open-rosa', assetUid] as const,

  /** The running form [2284]; `null` if it is not in the account's list. */
  runningForm: (assetUid: string) =>
    queryOptions({
      queryKey: [...openRosaQueries.all(assetUid), 'form'],
      queryFn: ({ client, signal }) =>
        readXml(client, { path: 'formList', query: { formID: assetUid }, signal }, ({ readFormList }, xml) =>
          readFormList(xml, assetUid),
        ),
      meta: { showsError: true },
    }),

  /** The files of the running form [2285]. */
  runningFiles: (assetUid: string, manifestPath: string) =>
    queryOptions({
      queryKey: [...openRosaQueries.all(assetUid), 'files', manifestPath],
      queryFn: ({ client, signal }) =>
        readXml(client, { path: manifestPath, signal }, ({ readManifest }, xml) => readManifest(xml)),
      meta: { showsError: true },
    }),
}

import { type QueryClient, type QueryKey, queryOptions, type UseQueryOptions } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import { assetCan } from '#/api/kpi/assets/asset-can.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import {
  attachmentFile,
  downloadAttachment,
  fileAddress,
  filesNotAllowed,
  refetchFailedFiles,
} from '#/api/kpi/submissions/attachments.ts'
import type { MongoQuery } from '#/api/kpi/submissions/request.ts'
import { setValidationStatus, statusChangeKey } from '#/api/kpi/submissions/mutations.ts'
import { afterId, submissionQueries, upToId } from '#/api/kpi/submissions/queries.ts'
import { refreshCounts } from '#/api/kpi/submissions/refresh-counts.ts'
import { walkByIds, type WalkedPage, walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { columnsOf } from '#/dataset/model/columns.ts'
import { ALL_OPERATORS } from '#/dataset/model/filter-operators.ts'
import type { Row } from '#/dataset/model/row.ts'
import { dayText } from '#/lib/time/local-day.ts'
import type { RowFilter } from '#/dataset/query/filter.ts'
import type {
  DatasetState,
  FormVersions,
  NewestRow,
  RowPage,
  RowSource,
  SourceQuery,
  WalkedRows,
} from '#/dataset/sources/source.ts'
import { inLanguagesOf } from './in-languages.ts'
import { canSearchTexts, toMongoQuery } from './mongo-query.ts'
import { formOf } from './questions.ts'
import { maxWholeRows, pageFields, splitFields, withAttachments } from './requested-columns.ts'

/** The fields of a project that a source needs. */
export type KpiDataset = Pick<
  Asset,
  | 'uid'
  | 'name'
  | 'content'
  | 'analysis_form_json'
  | 'deployed_versions'
  | 'version__content_hash'
  | 'permissions'
  | 'effective_permissions'
>

/** More keys, beside the fields, would make the URL too long. */
const KEYS_PER_REQUEST = 150

/** The submissions of a KoboToolbox project. */
export function kpiSource(asset: KpiDataset): RowSource {
  const { uid, name, content, analysis_form_json: analysisForm } = asset
  const form = formOf(content, analysisForm)
  const queryOf = memoizeQueries((filter) => toMongoQuery(filter, form))
  const canValidate = assetCan.validateSubmissions(asset)
  return {
    id: uid,
    name,
    form,
    // The server compares all values as texts [0711].
    can: {
      sort: 'text',
      operators: new Set(ALL_OPERATORS),
      jump: true,
      snapshot: true,
      write: true,
      searchTexts: (text) => canSearchTexts(form, text),
    },
    queryKey: submissionQueries.all(uid),
    pagesKey: submissionQueries.pages(uid),
    page: ({ filter, sort, page, pageSize, snapshot, fields, keyPage }) =>
      asSourceQuery<RowPage>(
        submissionQueries.page(uid, {
          page,
          pageSize,
          query: queryOf(filter),
          sort,
          maxId: snapshot,
          fields: fields && pageFields(fields, columnsOf(form)),
          idPage: keyPage && { ids: keyPage.keys, count: keyPage.count },
        }),
      ),
    columns: ({ filter, keys, isContiguous, fields }) => {
      const [highest = 0, lowest = 0] = [keys[0], keys.at(-1)]
      return asSourceQuery<RowPage>(
        submissionQueries.columns(uid, {
          query: queryOf(filter),
          ids: isContiguous ? { highest, lowest } : keys,
          fields: fields && withAttachments(fields, columnsOf(form)),
        }),
      )
    },
    splitFields,
    maxWholeRows: maxWholeRows(columnsOf(form)),
    keysPerRequest: KEYS_PER_REQUEST,
    one: (key) => asSourceQuery<Row>(submissionQueries.one(uid, key)),
    newest: ({ filter, after = null, skip }) => {
      const query = queryOf(filter)
      return asSourceQuery<NewestRow>(
        submissionQueries.newest(uid, after === null ? query : afterId(query, after), skip),
      )
    },
    state: (client) => datasetState(client, uid),
    walk: async function* (client, { filter, keys, fields, snapshot = null, pageSize }, { cursor, signal }) {
      const pages = keys
        ? walkByIds(client, uid, keys, { fields, cursor, signal })
        : walkSubmissions(client, uid, {
            fields,
            cursor,
            signal,
            query: upToId(queryOf(filter), snapshot),
            ...(pageSize !== undefined && { pageSize }),
          })
      for await (const page of pages) yield toWalkedRows(page)
    },
    versions: versionsOf(asset),
    files: {
      load: (url) => asSourceQuery<Blob>(attachmentFile(url)),
      download: downloadAttachment,
      addressOf: fileAddress,
      areBlocked: asSourceQuery<boolean>(filesNotAllowed),
      retry: refetchFailedFiles,
    },
    status: canValidate
      ? { set: (key) => setValidationStatus(uid, key), mutationKey: (key) => statusChangeKey(uid, key) }
      : null,
    refreshCounts: (client) => refreshCounts(client, uid),
  }
}

type TaggedKey<Data> = UseQueryOptions<Data, ApiError>['queryKey'] &
  ReturnType<typeof queryOptions<Data, ApiError>>['queryKey']

/**
 * Types a query of submissions as a query of rows. TanStack's option types are invariant, so that the compiler does not
 * accept a submission as a row; the data type in the tag of the query key is still checked.
 */
const asSourceQuery = <Data>(options: { queryKey: TaggedKey<Data> }) => options as SourceQuery<Data>

/**
 * By the project itself: KPI writes a line into its history for each list of submissions, and none for this [2001]. Under
 * the key of the project, so that whatever refetches the project refetches this.
 */
function datasetState(client: QueryClient, uid: string): SourceQuery<DatasetState> {
  const detail = assetQueries.detail(uid)
  const readAt = () => client.getQueryState(detail.queryKey)?.dataUpdatedAt ?? 0
  const stateOf = (asset: Pick<Asset, 'deployment__submission_count' | 'deployment__last_submission_time'>) => ({
    count: asset.deployment__submission_count,
    lastArrival: asset.deployment__last_submission_time ?? null,
    readAt: readAt(),
  })
  const queryKey: QueryKey = [...detail.queryKey, 'state']
  return queryOptions({
    queryKey,
    queryFn: async () => stateOf(await client.query({ ...detail, staleTime: 0 })),
    initialData: () => {
      const asset = client.getQueryData(detail.queryKey)
      return asset && stateOf(asset)
    },
    initialDataUpdatedAt: readAt,
  })
}

/** Builds the query of each filter only once a day, since that goes through the whole form. */
function memoizeQueries(toQuery: (filter: RowFilter) => MongoQuery | undefined) {
  const cache = new WeakMap<RowFilter, { query: MongoQuery | undefined; day: string }>()
  return (filter: RowFilter) => {
    const day = dayText(new Date())
    const known = cache.get(filter)
    const entry = known?.day === day ? known : { query: toQuery(filter), day }
    cache.set(filter, entry)
    return entry.query
  }
}

const toWalkedRows = ({ results, unreadable, remaining, next }: WalkedPage): WalkedRows => ({
  rows: results,
  unreadable: unreadable.map((id) => Number(id) || null),
  remaining,
  next,
})

/** The deployed versions of a form. `former`: the newest version of each set of questions that the form no longer has. */
function versionsOf({
  uid,
  content,
  deployed_versions: deployed,
  version__content_hash: hash,
}: KpiDataset): FormVersions {
  const hashes = new Set([hash])
  const former = deployed.results.flatMap((version) => {
    if (hashes.has(version.content_hash)) return []
    hashes.add(version.content_hash)
    return [version.uid]
  })
  return {
    ids: deployed.results.map((version) => version.uid),
    former,
    isTruncated: deployed.count > deployed.results.length,
    form: (id) => {
      const detail = versionQueries.detail(uid, id)
      const queryKey: QueryKey = [...detail.queryKey, 'form', content.translations]
      return queryOptions({
        queryKey,
        queryFn: async ({ client }) => formOf(inLanguagesOf(content, (await client.query(detail)).content)),
        staleTime: Infinity,
        meta: { showsError: true },
      })
    },
  }
}

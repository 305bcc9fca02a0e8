import type { QueryClient } from '@tanstack/react-query'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { questionsOf } from '#/api/kpi/form/questions.ts'
import type { SubmissionSort } from '#/api/kpi/submissions/request.ts'
import { type AnswerColumn, type SubmissionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { sortAs } from '#/dataset/model/sort.ts'
import type { SubmissionFilter } from '#/dataset/query/filter.ts'
import { toDataQuery } from '#/dataset/sources/kpi/mongo-query.ts'
import type { CsvStyle } from '#/lib/spreadsheet/csv.ts'
import { type ExportChoices, type ExportTexts, planSheet } from './export-plan.ts'
import type { ExportRequest } from './export-run.ts'

/** What the view shows, and what may be had besides. */
export interface ExportSource {
  asset: Asset
  filter: SubmissionFilter
  sort: SubmissionSort | null
  /** The columns of the table, in its order. */
  shown: readonly SubmissionColumn[]
  /** All that the form asks for, and what is known of its older versions. */
  form: readonly AnswerColumn[]
}

export interface ExportOptions extends ExportChoices {
  /** `null`: all that the filter finds. */
  ids: ReadonlySet<number> | null
  columns: 'shown' | 'all'
  csv: CsvStyle
  /** Key of the place of each feature. */
  place: string
}

/** A longer list of fields would not fit into an address: then all are asked for. */
const LONGEST_FIELDS = 3000
/** Cells of one page: more would hold up the page while they are read. */
const CELLS_AT_ONCE = 200_000

/** What is to be asked of the server, and made of its answers. */
export function toExportRequest(
  client: QueryClient,
  { asset, filter, sort, shown, form }: ExportSource,
  options: ExportOptions,
  words: ExportTexts,
): ExportRequest {
  const { ids, format, metadata } = options
  const takesUnknown = options.columns === 'all'
  const columns = takesUnknown ? [...(metadata ? SYSTEM_COLUMNS : []), ...form] : shown
  const sheet = planSheet(columns, options, words, words.t('sheet'))
  const place = format === 'geojson' ? options.place : null
  const sorted = sort ? [sort.field, sort.field.split('.')[0] ?? ''] : []
  const keys = [...sheet.cells.map(({ key }) => key), ...sheet.repeats.map(({ key }) => key), ...sorted, place ?? '_id']
  const fields = [...new Set(keys)]
  return {
    client,
    assetUid: asset.uid,
    rows: ids ? { ids } : { query: toDataQuery(filter, asset.content) },
    fields: takesUnknown || encodeURIComponent(JSON.stringify(fields)).length > LONGEST_FIELDS ? undefined : fields,
    pageSize: Math.min(1000, Math.max(100, Math.floor(CELLS_AT_ONCE / sheet.cells.length))),
    job: {
      format,
      sheet,
      takesUnknown,
      sort: sort && { ...sort, as: sortAs(asset.content, sort.field) },
      csv: options.csv,
      place: place === null ? null : { key: place, isArea: isArea(asset, place) },
      entryHeads: {
        index: words.t('head.index'),
        parentSheet: words.t('head.parentSheet'),
        parentIndex: words.t('head.parentIndex'),
        submission: words.t('submissions:column.id'),
      },
    },
  }
}

const isArea = ({ content }: Asset, key: string) =>
  questionsOf(content).some(({ path, type }) => path === key && type === 'geoshape')

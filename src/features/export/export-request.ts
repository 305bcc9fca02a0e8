import type { QueryClient } from '@tanstack/react-query'
import { type AnswerColumn, type DataColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import type { Form } from '#/dataset/model/form.ts'
import { sortAs, sortLabels } from '#/dataset/model/sort.ts'
import { NO_FILTER, type RowFilter } from '#/dataset/query/filter.ts'
import type { RowSort } from '#/dataset/query/query.ts'
import type { RowSource } from '#/dataset/sources/source.ts'
import type { CsvDialect } from '#/lib/spreadsheet/csv.ts'
import { type ColumnOptions, type ExportLocale, planSheet } from './export-plan.ts'
import type { ExportRequest } from './export-run.ts'

/** The rows and columns on screen, and the other columns of the form. */
export interface ExportView {
  source: RowSource
  filter: RowFilter
  sort: RowSort | null
  /** The visible columns of the table, in its order. */
  visibleColumns: readonly DataColumn[]
  /** All columns of the form, and those of its older versions that are known. */
  formColumns: readonly AnswerColumn[]
}

/** Where these rows can be exported by the server instead; `state`: of the entry in the browser's history. */
export type ServerExportLink = (rows: Pick<ExportOptions, 'ids' | 'ignoresFilter'>) => { to: string; state: unknown }

export interface ExportOptions extends ColumnOptions {
  /** `null`: all that match the filter. */
  ids: ReadonlySet<number> | null
  /** Whether all submissions are exported, also those that do not match the filter. */
  ignoresFilter?: boolean
  columns: 'visible' | 'all'
  csv: CsvDialect
  /** For GeoJSON: key of the question with the geometry of each feature. */
  geometry: string
}

/** How many submissions are to be exported. */
export const countOf = (
  { ids, ignoresFilter = false }: Pick<ExportOptions, 'ids' | 'ignoresFilter'>,
  { count, total }: { count: number; total: number | null },
) => ids?.size ?? (ignoresFilter ? (total ?? count) : count)

/** Encoded characters. A longer list would make the URL too long: then all fields are loaded. */
const MAX_FIELDS_LENGTH = 3000
/** Cells in one response: more would block the page while they are parsed. */
const CELLS_PER_PAGE = 200_000

/** The rows that an export needs, and the job for its worker. */
export function createExportRequest(
  client: QueryClient,
  { source, filter, sort, visibleColumns, formColumns }: ExportView,
  options: ExportOptions,
  locale: ExportLocale,
): ExportRequest {
  const { ids, ignoresFilter = false, format, metadata } = options
  const includeUnknown = options.columns === 'all'
  const columns = includeUnknown ? [...(metadata ? SYSTEM_COLUMNS : []), ...formColumns] : visibleColumns
  const sheet = planSheet(columns, options, locale, locale.t('sheet'))
  const geometry = format === 'geojson' ? options.geometry : null
  const sortFields = sort ? [sort.field, sort.field.split('.')[0] ?? ''] : []
  const keys = [
    ...sheet.columns.map(({ key }) => key),
    ...sheet.repeats.map(({ key }) => key),
    ...sortFields,
    geometry ?? '_id',
  ]
  const fields = [...new Set(keys)]
  return {
    client,
    source,
    filter: ignoresFilter ? NO_FILTER : filter,
    keys: ids,
    fields:
      includeUnknown || encodeURIComponent(JSON.stringify(fields)).length > MAX_FIELDS_LENGTH ? undefined : fields,
    pageSize: Math.min(1000, Math.max(100, Math.floor(CELLS_PER_PAGE / sheet.columns.length))),
    job: {
      format,
      sheet,
      includeUnknown,
      sort: sort && {
        ...sort,
        as: sortAs(source.form, sort.field),
        labels: sortLabels(source.form, sort.field, options.language),
      },
      csv: options.csv,
      geometry: geometry === null ? null : { key: geometry, isArea: isArea(source.form, geometry) },
      entryHeaders: {
        index: locale.t('header.index'),
        parentSheet: locale.t('header.parentSheet'),
        parentIndex: locale.t('header.parentIndex'),
        submission: locale.t('submissions:column.id'),
      },
    },
  }
}

const isArea = ({ questions }: Form, key: string) =>
  questions.some(({ path, type }) => path === key && type === 'geoshape')

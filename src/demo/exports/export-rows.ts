import { newestVersion, resolveContent } from '#/demo/assets/content.ts'
import type { Database } from '#/demo/database.ts'
import type { AssetRecord, Filter } from '#/demo/records.ts'
import type { Submission } from '#/demo/submissions/submission-serializer.ts'
import { buildSubmission, findSubmissions } from '#/demo/submissions/submission-store.ts'
import type { FormContent, FormRow } from '#/lib/xlsform/form-content.ts'
import { type ExportSheet, exportSheet } from './export-columns.ts'
import type { ExportSettings } from './export-options.ts'

/** What goes into the file of an export. */
export interface ExportData {
  settings: ExportSettings
  title: string
  /** The form, with the questions of its earlier versions if wanted. */
  content: FormContent
  sheet: ExportSheet
  /** Oldest first. */
  submissions: Submission[]
  /** Metadata in the file, `_index` without. */
  metadata: string[]
}

/** Whose export it is, and the server's address for the files in it. */
export interface Exporter {
  username: string
  origin: string
}

/**
 * Reads what an export needs. A query and ids must both hold [2231].
 * @throws 400 for a query that MongoDB refuses [2161]
 */
export function exportData(
  db: Database,
  asset: AssetRecord,
  settings: ExportSettings,
  { username, origin }: Exporter,
): ExportData {
  const { query = {}, submission_ids: ids = [] } = settings
  const parts = [query, ...(ids.length > 0 ? [{ _id: { $in: ids } }] : [])].filter(
    (part) => Object.keys(part).length > 0,
  )
  const refs = findSubmissions(db, asset, {
    username,
    codename: 'view_submissions',
    origin,
    ...(parts.length > 0 && { query: parts.length === 1 ? (parts[0] as Filter) : { $and: parts } }),
  })
  const content = contentOf(asset, settings.fields_from_all_versions)
  return {
    settings,
    title: asset.name,
    content,
    sheet: exportSheet(content, languageIn(content, settings.lang), settings, asset.name),
    submissions: refs.map((ref) => buildSubmission(db, asset, ref, origin)),
    metadata: METADATA.filter((key) => isInFile(key, settings.fields)),
  }
}

/** The index of a language; `null` for XML names, also for `_default` where all languages have names [2235]. */
export function languageIn({ translations = [null] }: FormContent, lang: string): number | null {
  const index = lang === '_xml' ? -1 : translations.indexOf(lang === '_default' ? null : lang)
  return index < 0 ? null : index
}

/** The deployed form; questions that only its earlier versions have come last [2137]. */
function contentOf(asset: AssetRecord, hasAllVersions: boolean): FormContent {
  const deployed = asset.versions.filter(({ date_deployed: date }) => date !== null)
  const [newest, ...earlier] = (deployed.length > 0 ? deployed : [newestVersion(asset)]).map(({ content }) =>
    resolveContent(content),
  )
  if (!newest) return { schema: '1', survey: [], settings: {} }
  if (!hasAllVersions) return newest
  const known = new Set(newest.survey.map(({ $xpath: path }) => path))
  const former: FormRow[] = []
  for (const { survey } of earlier) {
    for (const row of survey) {
      const isQuestion = !/^(?:begin|end)_/.test(row.type ?? '') && row.$xpath !== undefined
      if (!isQuestion || known.has(row.$xpath)) continue
      known.add(row.$xpath)
      former.push(row)
    }
  }
  return former.length === 0 ? newest : { ...newest, survey: [...newest.survey, ...former] }
}

/** In the order of the file [1004]. */
const METADATA =
  '_id _uuid _submission_time _validation_status _notes _status _submitted_by __version__ _tags meta/rootUuid'.split(
    ' ',
  )

/** These are in each file, whatever `fields` says [1013]. */
const ALWAYS = ['_uuid', 'meta/rootUuid']

const isInFile = (key: string, fields: string[] | undefined) =>
  !fields || fields.length === 0 || fields.includes(key) || ALWAYS.includes(key)

/** The metadata of a submission as texts. The status is its uid among XML names, else its label. */
export function metadataCells({ metadata, settings: { lang } }: ExportData, submission: Submission): string[] {
  return metadata.map((key) => {
    const value = key === '_validation_status' ? statusText(submission[key], lang) : submission[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
}

const statusText = (status: unknown, lang: string) => (status as Filter)[lang === '_xml' ? 'uid' : 'label']

import { type Database, newUid } from '#/demo/database.ts'
import type { AssetRecord, ExportRecord, Filter } from '#/demo/records.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import { exportFile, FILES } from './export-files.ts'
import type { ExportSettings } from './export-options.ts'
import { type ExportData, exportData, type Exporter } from './export-rows.ts'

/** KPI keeps so many exports for each user and project [1038]. */
const KEPT = 10
const QUEUE_TIME = 250
const DURATION = 900

/** Makes the file of an export; it shows only when its time has passed. */
export async function startExport(db: Database, asset: AssetRecord, settings: ExportSettings, exporter: Exporter) {
  const { username } = exporter
  const name = settings.name ?? ''
  const now = Date.now()
  const { data, failure } = readData(db, asset, settings, exporter)
  const task: ExportRecord = {
    uid: newUid('e'),
    username,
    date_created: isoDate(now),
    startsAfter: db.instantImports ? 0 : QUEUE_TIME,
    endsAfter: name.includes(SENTINELS.importNeverEnds) ? Number.MAX_SAFE_INTEGER : db.instantImports ? 0 : DURATION,
    settings: { ...settings },
    fileName: fileNameOf(asset, settings, now),
    lastSubmissionTime: lastSubmissionTime(data),
    ...(name.includes(SENTINELS.importFails)
      ? { failure: { error: 'server closed the connection unexpectedly', error_type: 'OperationalError' } }
      : failure && { failure }),
  }
  if (data) keepFile(db, pathOf(asset, task), await exportFile(data))
  return task
}

/** The project with another export; the oldest of the same user are gone [1038]. */
export function withExport(asset: AssetRecord, task: ExportRecord): AssetRecord {
  const others = asset.exports ?? []
  const kept = others.filter(({ username }) => username === task.username).slice(0, KEPT - 1)
  const exports = [task, ...others.filter((one) => one.username !== task.username || kept.includes(one))]
  return { ...asset, exports }
}

/** What is exported, or why MongoDB refuses the query [2232]. */
function readData(db: Database, asset: AssetRecord, settings: ExportSettings, exporter: Exporter) {
  try {
    return { data: exportData(db, asset, settings, exporter) }
  } catch (error) {
    if (!(error instanceof Response)) throw error
    return {
      failure: { error: `${INVALID}, full error: {'ok': 0.0, 'errmsg': '${INVALID}'}`, error_type: 'OperationFailure' },
    }
  }
}

const INVALID = 'Regular expression is invalid: missing )'

/** The time of the newest submission, where the file has a column for it [1027]. */
function lastSubmissionTime(data: ExportData | undefined): string | null {
  const last = data?.metadata.includes('_submission_time') ? data.submissions.at(-1) : undefined
  return last ? `${String(last['_submission_time'])}Z` : null
}

/** Files that were made, by user and path. They are made again after a reload of the page. */
const files = new WeakMap<Database, Map<string, Blob>>()

export function keepFile(db: Database, path: string, file: Blob) {
  const known = files.get(db) ?? new Map<string, Blob>()
  files.set(db, known.set(path, file))
}

/** The files of exports that are deleted, or gone because there are newer ones, are gone too (seen on a real KPI). */
export function forgetFiles(db: Database, asset: AssetRecord, tasks: readonly ExportRecord[]) {
  for (const task of tasks) files.get(db)?.delete(pathOf(asset, task))
}

/** The file at a path below `private-media/`; `undefined` if no export has it. */
export async function findFile(db: Database, asset: AssetRecord, path: string, exporter: Exporter) {
  const kept = files.get(db)?.get(path)
  if (kept) return kept
  const task = asset.exports?.find((one) => pathOf(asset, one) === path)
  if (!task) return undefined
  const file = await exportFile(exportData(db, asset, task.settings as unknown as ExportSettings, exporter))
  keepFile(db, path, file)
  return file
}

/** Below `private-media/`. */
export const pathOf = (asset: AssetRecord, { username, fileName }: Pick<ExportRecord, 'username' | 'fileName'>) =>
  `${username}/exports/${asset.uid}/${fileName}`

/** The address of a file, as in `result` [1003]. */
export const addressOf = (path: string) => `/private-media/${path.split('/').map(encodeURIComponent).join('/')}`

/** `Household_survey_-_all_versions_-_labels_-_2026-11-21-01-54-57.csv`, with the time in UTC [1003]. */
export function fileNameOf(asset: AssetRecord, settings: ExportSettings, now: number): string {
  const { type, lang, fields_from_all_versions: all } = settings
  const labels = type === 'spss_labels' ? 'SPSS Labels' : (NAMES_OF_LANGUAGES[lang] ?? lang)
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(/[T:]/g, '-')
  const parts = [asset.name, all ? 'all versions' : 'latest version', labels, time]
  const same = (asset.exports ?? []).filter(({ fileName }) => fileName.includes(time)).length
  return `${parts
    .join(' - ')
    .replaceAll(' ', '_')
    .replaceAll(/[^-\p{L}\p{N}_.]/gu, '')}${same > 0 ? `_${newUid('').slice(0, 7)}` : ''}.${FILES[type]?.extension}`
}

const NAMES_OF_LANGUAGES: Record<string, string> = { _xml: 'False', _default: 'labels' }

/** An export in KPI's format at a given time [1001-1003, 1013, 2231, 2232]. */
export function serializeExport(asset: AssetRecord, task: ExportRecord, origin: string, now: number) {
  const url = `${origin}/api/v2/assets/${asset.uid}/`
  const { uid, date_created: created, failure, settings } = task
  const passed = now - Date.parse(created)
  const isDone = passed >= task.endsAfter
  const status = isDone ? (failure ? 'error' : 'complete') : passed >= task.startsAfter ? 'processing' : 'created'
  const isComplete = status === 'complete'
  return {
    url: `${url}exports/${uid}/`,
    status,
    messages: status === 'error' ? failure : {},
    uid,
    date_created: created,
    last_submission_time: isComplete ? task.lastSubmissionTime : null,
    result: isComplete ? origin + addressOf(pathOf(asset, task)) : null,
    data: {
      ...settings,
      source: url,
      name: settings['name'] ?? null,
      ...(isDone && { ...additions(asset, settings as unknown as ExportSettings), processing_time_seconds: 0.184453 }),
    },
  }
}

/** The state of an export that has just started. */
export const serializeStarted = (asset: AssetRecord, task: ExportRecord, origin: string) =>
  serializeExport(asset, { ...task, startsAfter: 1, endsAfter: 2 }, origin, Date.parse(task.date_created))

/** What KPI adds to the settings of an export when it makes the file [1013, 2231]. */
function additions(asset: AssetRecord, { fields, query, submission_ids: ids = [] }: ExportSettings): Filter {
  const groups = (fields ?? []).flatMap((field) =>
    field
      .split('/')
      .slice(0, -1)
      .map((_, at, all) => all.slice(0, at + 1).join('/')),
  )
  return {
    ...(fields && {
      fields: [...new Set([...fields, ...groups, '_attachments', '_supplementalDetails', '_uuid', 'meta/rootUuid'])],
    }),
    ...(query && {
      query: {
        ...query,
        ...(ids.length > 0 && { _id: { $in: ids } }),
        _userform_id: `${asset.owner}_${asset.uid}`,
      },
    }),
  }
}

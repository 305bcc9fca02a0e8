import { type Database, newUid } from '#/demo/database.ts'
import { permissionsOf } from '#/demo/permissions/permissions.ts'
import type { HistoryRecord, AssetRecord, ImportedForm, ImportRecord } from '#/demo/records.ts'
import type { FormContent } from '#/lib/xlsform/form-content.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { lettersOf } from '#/demo/seed/random.ts'
import { DEMO_FORMS_HOST, SENTINELS } from '#/demo/sentinels.ts'
import { toContent } from '#/lib/xlsform/content.ts'
import { completeContent } from '#/demo/xlsform/complete-content.ts'
import { readWorkbook } from '#/demo/xlsform/read-workbook.ts'
import { writeWorkbook } from '#/demo/xlsform/write-workbook.ts'
import { ImportError } from '#/lib/xlsform/sheets.ts'
import { newAsset } from './asset-changes.ts'
import { contentSummary, newestVersion } from './content.ts'
import { saveVersion } from './versions.ts'

/** The fields of an upload. */
export interface Upload {
  owner: string
  name: string
  fileName: string
  bytes: Uint8Array | undefined
  /** The address that the server fetches the file from. */
  link: string | undefined
  /** True unless the field `library` is `false`: creates a library item [0257]. */
  isLibrary: boolean
  desiredType: string
  /** Uid of the project whose form is replaced. */
  destination: string | undefined
}

const QUEUE_TIME = 250
const MIN_DURATION = 600
const MAX_DURATION = 2000
const SLOW_DURATION = 8000

/** Starts an import. The result is computed now, but visible only when its time has passed [0231]. */
export async function startImport(db: Database, upload: Upload): Promise<ImportRecord> {
  const outcome = await outcomeOf(db, upload)
  const rows = 'content' in outcome ? outcome.content.survey.length : 0
  return {
    uid: newUid('i'),
    owner: upload.owner,
    date_created: isoDate(Date.now()),
    startsAfter: db.instantImports ? 0 : QUEUE_TIME,
    endsAfter: durationOf(upload.fileName, rows, db.instantImports),
    outcome,
  }
}

function durationOf(fileName: string, rows: number, isInstant: boolean): number {
  if (fileName.includes(SENTINELS.importNeverEnds)) return Number.MAX_SAFE_INTEGER
  if (isInstant) return 0
  return fileName.includes(SENTINELS.importIsSlow) ? SLOW_DURATION : Math.min(MAX_DURATION, MIN_DURATION + rows)
}

async function outcomeOf(db: Database, upload: Upload): Promise<ImportRecord['outcome']> {
  try {
    return await readForm(db, upload)
  } catch (error) {
    if (error instanceof ImportError) return { error: error.message, error_type: error.errorType }
    throw error
  }
}

async function readForm(db: Database, upload: Upload) {
  const { owner, name, fileName, isLibrary, desiredType, destination } = upload
  if (fileName.includes(SENTINELS.importFails)) {
    throw new ImportError('OperationalError', 'server closed the connection unexpectedly')
  }
  const bytes = upload.bytes ?? (upload.link === undefined ? undefined : await linkedFile(upload.link))
  if (!bytes) {
    throw new ImportError('Exception', 'ImportTask data must contain `base64Encoded`, `url`, or `single_xls_url`')
  }
  const sheets = await readWorkbook(bytes)
  if (sheets.library) throw new ImportError('NotImplementedError', 'The demo server keeps no collections')
  if (!sheets.survey) {
    throw new ImportError('SyntaxError', 'xls upload must have one of these sheets: survey, library')
  }
  const { title, content } = toContent(sheets, () => lettersOf(Math.random, 9))
  if (destination !== undefined) requireChangeable(db, destination, owner)
  return {
    name: title ?? (name || fileName).replace(/\.\w+$/, ''),
    titled: title !== undefined,
    asset_type: isLibrary ? libraryType(content, desiredType) : 'survey',
    content,
    ...(destination !== undefined && { destination }),
  }
}

/** What the demo finds at an address: a form at those of one invented server, a page beside it, and nothing elsewhere. */
async function linkedFile(link: string): Promise<Uint8Array> {
  const url = URL.parse(link)
  if (url?.host !== DEMO_FORMS_HOST) {
    const [host, path] = [url?.hostname ?? '', url?.pathname ?? '/']
    const message = `HTTPConnectionPool(host='${host}', port=80): Max retries exceeded with url: ${path} (Caused by NewConnectionError("HTTPConnection(host='${host}', port=80): Failed to establish a new connection: [Errno 111] Connection refused"))`
    throw new ImportError('ConnectionError', message) // [0238]
  }
  if (!/\.xlsx?$/.test(url.pathname)) return new TextEncoder().encode('<!DOCTYPE html><title>Sign in</title>')
  return new Uint8Array(await writeWorkbook(completeContent({ survey: LINKED_QUESTIONS }), ''))
}

const LINKED_QUESTIONS = [
  { type: 'date', name: 'visit_date', label: ['Date of visit'] },
  { type: 'text', name: 'head_name', label: ['Name of the head of household'] },
]

function requireChangeable(db: Database, uid: string, owner: string) {
  const asset = db.asset(uid)
  if (!asset || !permissionsOf(asset, owner).has('change_asset')) {
    throw new ImportError('PermissionDenied', 'user cannot update asset') // [0244]
  }
}

/** `question` for one question, `block` for several, `template` if requested [0250, 0256]. */
function libraryType({ survey }: FormContent, desiredType: string): string {
  if (desiredType === 'template') return 'template'
  return survey.length === 1 ? 'question' : 'block'
}

/** Finishes all imports whose time has passed. */
export async function finishDueImports(db: Database, now: number) {
  const due = db
    .imports()
    .filter(({ messages, date_created: created, endsAfter }) => !messages && now >= Date.parse(created) + endsAfter)
  // All saves start before the first `await`, so that no request in between finishes an import again.
  await Promise.all(
    due.flatMap((task) => {
      const { messages, asset } = finishImport(db, task)
      return [
        db.saveImport({ ...task, messages }),
        ...(asset ? [db.saveAsset(asset)] : []),
        db.addHistory(replacementHistory(task, messages, now)),
      ]
    }),
  )
}

function finishImport(db: Database, { uid, outcome, owner }: ImportRecord): { messages: object; asset?: AssetRecord } {
  if ('error' in outcome) return { messages: { ...outcome } }
  const existing = outcome.destination === undefined ? undefined : db.asset(outcome.destination)
  // Two tabs may finish the same import: both create the project with the same uid.
  const asset = existing
    ? replaceForm(existing, outcome, owner)
    : newAsset({ ...outcome, owner, uid: `a${uid.slice(1)}` })
  const item = {
    uid: asset.uid,
    kind: 'asset',
    summary: contentSummary(newestVersion(asset).content),
    owner__username: asset.owner,
  }
  if (!existing) return { asset, messages: { created: [item] } }
  return { asset, messages: { updated: [item], audit_logs: [auditLog(existing, asset)] } }
}

/**
 * Saves the new form as a version that is not deployed, also if it has fewer questions. The name stays unless the sheet
 * has one [0242-0246].
 */
function replaceForm(asset: AssetRecord, { content, name, titled }: ImportedForm, username: string): AssetRecord {
  const now = isoDate(Date.now())
  const saved = saveVersion(asset, { uid: newUid('v'), content, at: now })
  return { ...saved, name: titled ? name : asset.name, date_modified: now, last_modified_by: username }
}

/** What KPI writes into the history of a project whose form was replaced (its `create_from_import_task`). */
function replacementHistory({ owner: username }: ImportRecord, messages: object, at: number): HistoryRecord[] {
  const logs = 'audit_logs' in messages ? (messages.audit_logs as ReturnType<typeof auditLog>[]) : []
  return logs.flatMap((log) => {
    const common = { assetUid: log.asset_uid, username, owner: log.project_owner, at }
    const about = { source: log.source, latest_version_uid: log.latest_version_uid }
    const name = { old: log.old_name, new: log.new_name }
    return [
      { ...common, action: 'replace-form', about },
      ...(name.old === name.new ? [] : [{ ...common, action: 'update-name', about: { ...about, name } }]),
    ]
  })
}

/** KPI's log entry of a replaced form [0242]. */
const auditLog = (before: AssetRecord, after: AssetRecord) => ({
  source: 'Demo',
  asset_id: 1,
  new_name: after.name,
  old_name: before.name,
  asset_uid: after.uid,
  ip_address: '203.0.113.7',
  project_owner: after.owner,
  latest_version_uid: newestVersion(after).uid,
})

/** An import in KPI's format at a given time [0203-0207]. */
export function serializeImport({ uid, date_created: created, startsAfter, messages }: ImportRecord, now: number) {
  if (messages) return { status: 'error' in messages ? 'error' : 'complete', uid, messages, date_created: created }
  const status = now < Date.parse(created) + startsAfter ? 'created' : 'processing'
  return { status, uid, messages: {}, date_created: created }
}

import { type Database, newUid } from '#/demo/database.ts'
import { heldBy } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, FormContent, ImportedForm, ImportRecord } from '#/demo/records.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { lettersOf } from '#/demo/seed/random.ts'
import { SENTINELS } from '#/demo/sentinels.ts'
import { toContent } from '#/demo/xlsform/content.ts'
import { readWorkbook } from '#/demo/xlsform/read-workbook.ts'
import { ImportFault } from '#/demo/xlsform/sheets.ts'
import { newAsset } from './asset-changes.ts'
import { contentSummary, newestVersion } from './content.ts'
import { saveVersion } from './versions.ts'

/** What an upload asks for. */
export interface Upload {
  owner: string
  name: string
  fileName: string
  bytes: Uint8Array | undefined
  /** Anything but `false` makes a library item [0257]. */
  isLibrary: boolean
  desiredType: string
  /** Uid of the project whose form it shall replace. */
  destination: string | undefined
}

const QUEUED = 250
const SHORTEST = 600
const LONGEST = 2000
const SLOW = 8000

/** Takes an upload in. Nothing is said about it yet: what becomes of it shows when its time has come [0231]. */
export async function startImport(db: Database, upload: Upload): Promise<ImportRecord> {
  const outcome = await outcomeOf(db, upload)
  const rows = 'content' in outcome ? outcome.content.survey.length : 0
  return {
    uid: newUid('i'),
    owner: upload.owner,
    date_created: isoDate(Date.now()),
    startsAfter: QUEUED,
    endsAfter: durationOf(upload.fileName, rows),
    outcome,
  }
}

function durationOf(fileName: string, rows: number): number {
  if (fileName.includes(SENTINELS.importNeverEnds)) return Number.MAX_SAFE_INTEGER
  return fileName.includes(SENTINELS.importIsSlow) ? SLOW : Math.min(LONGEST, SHORTEST + rows)
}

async function outcomeOf(db: Database, upload: Upload): Promise<ImportRecord['outcome']> {
  try {
    return await readForm(db, upload)
  } catch (error) {
    if (error instanceof ImportFault) return { error: error.message, error_type: error.errorType }
    throw error
  }
}

async function readForm(db: Database, { owner, name, fileName, bytes, isLibrary, desiredType, destination }: Upload) {
  if (fileName.includes(SENTINELS.importFails)) {
    throw new ImportFault('OperationalError', 'server closed the connection unexpectedly')
  }
  if (!bytes) {
    throw new ImportFault('Exception', 'ImportTask data must contain `base64Encoded`, `url`, or `single_xls_url`')
  }
  const sheets = await readWorkbook(bytes)
  if (sheets.library) throw new ImportFault('NotImplementedError', 'The demo server keeps no collections')
  if (!sheets.survey) {
    throw new ImportFault('SyntaxError', 'xls upload must have one of these sheets: survey, library')
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

function requireChangeable(db: Database, uid: string, owner: string) {
  const asset = db.asset(uid)
  if (!asset || !heldBy(asset, owner).has('change_asset')) {
    throw new ImportFault('PermissionDenied', 'user cannot update asset') // [0244]
  }
}

/** One question, several, or what was wished for [0250, 0256]. */
function libraryType({ survey }: FormContent, desiredType: string): string {
  if (desiredType === 'template') return 'template'
  return survey.length === 1 ? 'question' : 'block'
}

/** Carries out the imports whose time has come, whether anybody asks for them or not. */
export async function settleImports(db: Database, now: number) {
  const due = db
    .imports()
    .filter(({ messages, date_created: created, endsAfter }) => !messages && now >= Date.parse(created) + endsAfter)
  // All of them are put down before anything is waited for, so that no request in between does it again.
  await Promise.all(
    due.flatMap((task) => {
      const { messages, asset } = carryOut(db, task)
      return [db.saveImport({ ...task, messages }), ...(asset ? [db.saveAsset(asset)] : [])]
    }),
  )
}

function carryOut(db: Database, { uid, outcome, owner }: ImportRecord): { messages: object; asset?: AssetRecord } {
  if ('error' in outcome) return { messages: { ...outcome } }
  const existing = outcome.destination === undefined ? undefined : db.asset(outcome.destination)
  // Two tabs may come to this at once: they make the same project.
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

/** A new version that is not deployed yet, even of a poorer form; the name stays unless the sheet has one [0242-0246]. */
function replaceForm(asset: AssetRecord, { content, name, titled }: ImportedForm, username: string): AssetRecord {
  const now = isoDate(Date.now())
  const saved = saveVersion(asset, { uid: newUid('v'), content, at: now })
  return { ...saved, name: titled ? name : asset.name, date_modified: now, last_modified_by: username }
}

/** What KPI notes down of a replacement [0242]. */
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

/** State of an import at a moment [0203-0207]. */
export function importAnswer({ uid, date_created: created, startsAfter, messages }: ImportRecord, now: number) {
  if (messages) return { status: 'error' in messages ? 'error' : 'complete', uid, messages, date_created: created }
  const status = now < Date.parse(created) + startsAfter ? 'created' : 'processing'
  return { status, uid, messages: {}, date_created: created }
}

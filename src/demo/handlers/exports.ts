import { type Database, newUid } from '#/demo/database.ts'
import { exportFile, FILES } from '#/demo/exports/export-files.ts'
import { type ExportSettings, readSettings } from '#/demo/exports/export-options.ts'
import { exportData } from '#/demo/exports/export-rows.ts'
import {
  addressOf,
  fileNameOf,
  findFile,
  forgetFiles,
  keepFile,
  pathOf,
  serializeExport,
  serializeStarted,
  startExport,
  withExport,
} from '#/demo/exports/export-tasks.ts'
import { serializeExportSetting } from '#/demo/exports/setting-serializer.ts'
import { recordAction } from '#/demo/history.ts'
import { bodyOf, isRecord, requireAsset, requirePermission } from '#/demo/permissions/access.ts'
import { submissionScope } from '#/demo/permissions/permissions.ts'
import type { AssetRecord, ExportRecord, ExportSettingRecord } from '#/demo/records.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, errorResponse, json, noContent, notFound, pageOf, serverError } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'

/** The project, of which the user may see submissions. @throws 404 [1033, 1052] */
function requireSubmissions(call: Call): AssetRecord {
  const asset = requireAsset(call)
  if (submissionScope(asset, call.username, 'view_submissions') === 'none') throw notFound()
  return asset
}

const ownExports = ({ exports = [] }: AssetRecord, { username }: Call) =>
  exports.filter((task) => task.username === username)

function requireExport(asset: AssetRecord, call: Call): ExportRecord {
  const task = ownExports(asset, call).find(({ uid }) => uid === call.params.export)
  if (!task) throw errorResponse(404, { detail: 'No SubmissionExportTask matches the given query.' }) // [1036]
  return task
}

function requireSetting({ exportSettings = [] }: AssetRecord, { params }: Call): ExportSettingRecord {
  const setting = exportSettings.find(({ uid }) => uid === params.setting)
  if (!setting) throw notFound()
  return setting
}

/** Reads and checks the settings in a request for saving them [1040, 1045]. */
function settingOf(asset: AssetRecord, body: Record<string, unknown>, before?: ExportSettingRecord) {
  const settings = body['export_settings'] ?? before?.settings
  const read = readSettings(isRecord(settings) ? settings : {}, asset)
  if ('refusal' in read) {
    const { field, message } = read.refusal
    const text = field === 'data' ? `\`export_settings\` ${message[0]?.toLowerCase()}${message.slice(1)}` : message
    throw badRequest({ [field === 'data' ? 'export_settings' : field]: [text] })
  }
  const name = typeof body['name'] === 'string' ? body['name'] : (before?.name ?? '')
  // Two of one name break a rule of the database [1044].
  if (asset.exportSettings?.some((one) => one.name === name && one.uid !== before?.uid)) throw serverError()
  return { name, date_modified: isoDate(Date.now()), settings: { ...read.settings } }
}

/** Synchronous files, by database, user, settings and format. KPI keeps them for five minutes [2243]. */
const linked = new WeakMap<Database, Map<string, { path: string; at: number }>>()
const KEPT_FOR = 300_000

/** The file of saved settings: a redirection to where it is kept [1048-1050, 2244, 2245]. */
async function redirectToFile(call: Call): Promise<Response> {
  const { db, username, params, url } = call
  const asset = requireSubmissions(call)
  const setting = requireSetting(asset, call)
  const type = params.format === 'xlsx' ? 'xls' : 'csv'
  const settings = { ...(setting.settings as unknown as ExportSettings), type }
  const known = linked.get(db) ?? new Map<string, { path: string; at: number }>()
  linked.set(db, known)
  const key = [username, setting.uid, setting.date_modified, type].join('/')
  const before = known.get(key)
  if (before && Date.now() - before.at < KEPT_FOR) return redirect(addressOf(before.path))
  const path = pathOf(asset, { username, fileName: fileNameOf(asset, settings, Date.now()) })
  keepFile(db, path, await exportFile(exportData(db, asset, settings, { username, origin: url.origin })))
  known.set(key, { path, at: Date.now() })
  return redirect(addressOf(path))
}

const redirect = (location: string) =>
  new Response(null, { status: 302, headers: { Location: location, 'Content-Type': 'text/html; charset=utf-8' } })

const FORBIDDEN_PAGE =
  '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>403 Forbidden</title>\n</head>\n<body>\n  <h1>403 Forbidden</h1><p></p>\n</body>\n</html>\n'

const page = (status: number, body: string) =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

/** Files that the server makes of submissions, saved settings for them, and the files of these by an address. */
export const exportResources: Resource[] = [
  resource('api/v2/assets/:uid/exports/', {
    GET: (call) => {
      const asset = requireSubmissions(call)
      const now = Date.now()
      return json(
        pageOf(call.url, ownExports(asset, call), (task) => serializeExport(asset, task, call.url.origin, now)),
      )
    },
    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireSubmissions(call)
      if (asset.deployed_version_id === null) throw badRequest({ source: ['The asset must be deployed.'] }) // [1032]
      const read = readSettings(body, asset)
      if ('refusal' in read) throw badRequest({ [read.refusal.field]: [read.refusal.message] })
      const { db, username, url } = call
      const task = await startExport(db, asset, read.settings, { username, origin: url.origin })
      // Making the file took a moment, in which others may have changed the project.
      const before = requireSubmissions(call)
      const after = withExport(before, task)
      await db.saveAsset(after)
      forgetFiles(db, asset, before.exports?.filter((one) => !after.exports?.includes(one)) ?? [])
      await recordAction(call, asset, 'export')
      return json(serializeStarted(asset, task, url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/exports/:export/', {
    GET: (call) => {
      const asset = requireSubmissions(call)
      return json(serializeExport(asset, requireExport(asset, call), call.url.origin, Date.now()))
    },
    DELETE: async (call) => {
      const asset = requireSubmissions(call)
      const task = requireExport(asset, call)
      await call.db.saveAsset({ ...asset, exports: (asset.exports ?? []).filter(({ uid }) => uid !== task.uid) })
      forgetFiles(call.db, asset, [task])
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/export-settings/', {
    GET: (call) => {
      const asset = requireSubmissions(call)
      return json(
        pageOf(call.url, asset.exportSettings ?? [], (one) => serializeExportSetting(asset, one, call.url.origin)),
      )
    },
    POST: async (call) => {
      const body = await bodyOf(call)
      const asset = requireSubmissions(call)
      requirePermission(asset, call, 'manage_asset') // [1046]
      const setting = { uid: newUid('es').slice(0, 23), ...settingOf(asset, body) }
      await call.db.saveAsset({ ...asset, exportSettings: [setting, ...(asset.exportSettings ?? [])] })
      return json(serializeExportSetting(asset, setting, call.url.origin), 201)
    },
  }),

  resource('api/v2/assets/:uid/export-settings/:setting/', {
    GET: (call) => {
      const asset = requireSubmissions(call)
      return json(serializeExportSetting(asset, requireSetting(asset, call), call.url.origin))
    },
    PATCH: async (call) => {
      const body = await bodyOf(call)
      const asset = requireSubmissions(call)
      requirePermission(asset, call, 'manage_asset')
      const before = requireSetting(asset, call)
      const after = { uid: before.uid, ...settingOf(asset, body, before) }
      const exportSettings = (asset.exportSettings ?? []).map((one) => (one.uid === after.uid ? after : one))
      await call.db.saveAsset({ ...asset, exportSettings })
      return json(serializeExportSetting(asset, after, call.url.origin))
    },
    DELETE: async (call) => {
      const asset = requireSubmissions(call)
      requirePermission(asset, call, 'manage_asset')
      const { uid } = requireSetting(asset, call)
      await call.db.saveAsset({
        ...asset,
        exportSettings: (asset.exportSettings ?? []).filter((one) => one.uid !== uid),
      })
      return noContent()
    },
  }),

  resource('api/v2/assets/:uid/export-settings/:setting/data.:format', { GET: redirectToFile }),

  resource('private-media/:user/exports/:uid/:file', {
    /** Only for the user whose file it is, who may be nobody [1005]. */
    GET: async (call) => {
      const { db, params, username, url } = call
      const { user = '', uid = '', file = '' } = params
      if (user !== username) throw page(403, FORBIDDEN_PAGE)
      const asset = db.asset(uid)
      const found =
        asset && (await findFile(db, asset, `${user}/exports/${uid}/${file}`, { username, origin: url.origin }))
      if (!found) throw page(404, '<h1>Not Found</h1>')
      const extension = file.split('.').at(-1)
      const known = Object.values(FILES).find((one) => one.extension === extension)
      const isPlain = /^[\x20-\x7E]*$/.test(file)
      return new Response(found, {
        headers: {
          'Content-Type': known?.mimetype ?? 'application/octet-stream',
          'Content-Disposition': isPlain
            ? `inline; filename="${file}"`
            : `inline; filename*=utf-8''${encodeURIComponent(file)}`,
        },
      })
    },
  }),
]

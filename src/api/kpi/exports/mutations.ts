import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { Page } from '#/api/pagination.ts'
import { canonicalJson } from '#/lib/canonical-json.ts'
import { exportQueries } from './queries.ts'
import { Export, type ExportOptions, ExportSetting } from './schema.ts'

/** Requests a file, which the server makes later: it answers 201 `created` [1001]. Drafts are refused [1032]. */
export const startExport = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...exportQueries.all(assetUid), 'start'],
    meta: { showsError: true },
    mutationFn: ({ options, name }: { options: ExportOptions; name: string }, { client }) =>
      kpiOf(client).post(`api/v2/assets/${assetUid}/exports/`, Export, {
        body: { ...options, ...(name !== '' && { name }) },
      }),
    // Also after an error: it may have been started.
    onSettled: (_started, _error, _variables, _result, { client }) => refresh(client, assetUid, 'list'),
  })

/** Deletes an export and its file [1035]. */
export const deleteExport = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...exportQueries.all(assetUid), 'delete'],
    meta: { showsError: true },
    mutationFn: (exportUid: string, { client }) =>
      deleteOrGone(client, `api/v2/assets/${assetUid}/exports/${exportUid}/`),
    onSettled: (_gone, _error, _variables, _result, { client }) => refresh(client, assetUid, 'list'),
  })

/** Loads the file of an export, which needs the credentials [1004, 1005], from the server of this connection only. */
export const downloadExport = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...exportQueries.all(assetUid), 'download'],
    meta: { showsError: true },
    mutationFn: ({ result, mimetype }: { result: string; mimetype: string }, { client }) => {
      const kpi = kpiOf(client)
      return kpi.blob(kpi.pathOf(result), { mimetype, timeout: 600_000 })
    },
  })

interface SettingChange {
  name: string
  options: ExportOptions
  /** The settings as the user saw them; `null` for new ones. */
  from: ExportSetting | null
}

/**
 * Saves settings under a name, which needs `manage_asset` [1046]. The server fails with 500 for a name that is taken [1044] and
 * overwrites what others changed, so all settings are read before. Where they are as wanted already, an earlier request
 * succeeded although its response was lost.
 * @throws ApiError `conflict` if the name is taken, or somebody else changed or deleted these settings; nothing is written then
 */
export const saveExportSetting = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...exportQueries.all(assetUid), 'save-setting'],
    scope: { id: `export-settings/${assetUid}` },
    meta: { showsError: true },
    mutationFn: async ({ name, options, from }: SettingChange, { client }) => {
      const kpi = kpiOf(client)
      const path = `api/v2/assets/${assetUid}/export-settings/`
      const current = await kpi.get(path, Page(ExportSetting), { query: { limit: 1000 } })
      client.setQueryData(exportQueries.settings(assetUid).queryKey, current)
      const { results } = current
      const isWanted = (one: ExportSetting) =>
        one.name === name && canonicalJson(one.export_settings) === canonicalJson(options)
      const now = from && results.find(({ uid }) => uid === from.uid)
      const done = results.find((one) => isWanted(one) && (!from || one.uid === from.uid))
      if (done) return done
      const isTaken = results.some((one) => one.name === name && one.uid !== from?.uid)
      const isChanged = from && canonicalJson(now) !== canonicalJson(from)
      if (isTaken || isChanged) throw new ApiError('conflict', '')
      const body = { name, export_settings: options }
      return from ? kpi.patch(`${path}${from.uid}/`, ExportSetting, { body }) : kpi.post(path, ExportSetting, { body })
    },
    onSettled: (_saved, _error, _change, _result, { client }) => refresh(client, assetUid, 'settings'),
  })

/** Deletes saved settings [1053]. Whatever reads their addresses fails from then on. */
export const deleteExportSetting = (assetUid: string) =>
  mutationOptions({
    mutationKey: [...exportQueries.all(assetUid), 'delete-setting'],
    scope: { id: `export-settings/${assetUid}` },
    meta: { showsError: true },
    mutationFn: (settingUid: string, { client }) =>
      deleteOrGone(client, `api/v2/assets/${assetUid}/export-settings/${settingUid}/`),
    onSettled: (_gone, _error, _uid, _result, { client }) => refresh(client, assetUid, 'settings'),
  })

/** What is gone already is as wanted. */
const deleteOrGone = (client: QueryClient, path: string) =>
  kpiOf(client)
    .delete(path)
    .catch((error: unknown) => {
      if (!(error instanceof ApiError && error.kind === 'not-found')) throw error
    })

const refresh = (client: QueryClient, assetUid: string, part: 'list' | 'settings') =>
  client.invalidateQueries({ queryKey: exportQueries[part](assetUid).queryKey })

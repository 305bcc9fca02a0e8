import {
  deleteExport,
  deleteExportSetting,
  downloadExport,
  saveExportSetting,
  startExport,
} from '#/api/kpi/exports/mutations.ts'
import { ALL_SUBMISSIONS, DEFAULT_CHOICE, exportOptions, sentOptions } from '#/api/kpi/exports/options.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import { fact, type Group } from '../../fact.ts'

import { poll } from '../../lab/poll.ts'
import { addRow } from '../../lab/projects.ts'
import { addPermission, removeAllPermissions } from '../../lab/sharing.ts'
import { pathOf, SETTINGS } from './exports.ts'

/** Exports of the app, and the settings that are saved for them. */
export const exportSettings: Group = {
  name: 'exports of the app and saved settings',
  facts: [
    fact({
      name: 'the app starts an export, follows it, loads its file and deletes it',
      source: ['1001', '1003', '1004', '1013', '1030', '1035'],
      when: async (lab) => {
        const { uid } = await lab.project('table')
        const choice = { ...DEFAULT_CHOICE, type: 'csv' as const, fields: ['name'] }
        const options = exportOptions(choice, { query: { age: '10' }, ids: null })
        const { uid: exportUid } = await lab.me.mutate(startExport(uid), { options, name: 'by the app' })
        const task = await poll(
          async () => lab.me.query(exportQueries.task(uid, exportUid)),
          ({ status }) => status === 'complete' || status === 'error',
          lab.signal,
        )
        const { results } = await lab.me.query(exportQueries.list(uid))
        const isListed = results.some((one) => one.uid === exportUid)
        const file = await lab.me.mutate(downloadExport(uid), { result: task.result ?? '', mimetype: 'text/csv' })
        await lab.me.mutate(deleteExport(uid), exportUid)
        const left = await lab.me.query(exportQueries.list(uid))
        return {
          isListed,
          lines: (await file.text()).trim().split('\r\n').length,
          sent: sentOptions(task.data).fields,
          isLeft: left.results.some((one) => one.uid === exportUid),
        }
      },
      expected: { isListed: true, lines: 3, sent: ['name'], isLeft: false },
    }),
    fact({
      name: 'the app saves settings, refuses a name twice, and notices what others changed',
      source: ['1040', '1041', '1043', '1044', '1053', '2242'],
      when: async (lab) => {
        const { uid, path } = await lab.project('table')
        const options = exportOptions({ ...DEFAULT_CHOICE, type: 'csv' }, ALL_SUBMISSIONS)
        const other = { ...options, group_sep: ' > ' }
        const save = saveExportSetting(uid)
        const made = await lab.me.mutate(save, { name: 'By the app', options, from: null })
        const kindOf = async (work: Promise<unknown>) =>
          work.then(() => null).catch(({ kind }: { kind: string }) => kind)
        const twice = await kindOf(lab.me.mutate(save, { name: 'By the app', options: other, from: null }))
        const renamed = await lab.me.mutate(save, { name: 'Renamed', options, from: made })
        await lab.me.request('PATCH', `${path}export-settings/${made.uid}/`, { body: { name: 'By a colleague' } })
        const late = await kindOf(lab.me.mutate(save, { name: 'Late', options, from: renamed }))
        const { results } = await lab.me.query(exportQueries.settings(uid))
        await lab.me.mutate(deleteExportSetting(uid), made.uid)
        return [twice, renamed.name, late, results.some(({ name }) => name === 'By a colleague')]
      },
      expected: ['conflict', 'Renamed', 'conflict', true],
    }),
    fact({
      name: 'saving settings needs the permission to manage the project',
      source: ['1046'],
      needs: 'other',
      when: async (lab) => {
        const { path } = await lab.project('shared')
        await addPermission(lab, lab.other.username, 'view_submissions')
        const body = { name: 'Weekly', export_settings: SETTINGS }
        const { status } = await lab.other.request('POST', `${path}export-settings/`, { body })
        await removeAllPermissions(lab, lab.other.username)
        return status
      },
      expected: 403,
    }),
    fact({
      name: 'the file of a link is kept for some minutes, whatever arrives',
      source: ['1050', '2243', '2244', '2245'],
      when: async (lab) => {
        const { path } = await lab.project('scratch')
        const body = { name: 'Kept', export_settings: { ...SETTINGS, type: 'geojson', flatten: true } }
        const { body: made } = await lab.me.request('POST', `${path}export-settings/`, { body })
        const { uid, data_url_csv: csv, data_url_xlsx: xlsx } = made as Record<string, string>
        const locationOf = async (url: string | undefined) =>
          (await lab.me.request('GET', pathOf(url ?? 'about:blank'), { headers: { Accept: '*/*' } })).headers.get(
            'Location',
          ) ?? ''
        const first = await locationOf(csv)
        await addRow(lab, await lab.project('scratch'), { name: 'after the file' })
        const again = await locationOf(csv)
        const workbook = await locationOf(xlsx)
        await lab.me.request('DELETE', `${path}export-settings/${uid}/`)
        return { isSame: first === again, isCsv: first.endsWith('.csv'), isXlsx: workbook.endsWith('.xlsx') }
      },
      expected: { isSame: true, isCsv: true, isXlsx: true },
    }),
    fact({
      name: 'saved settings have links for other programs, and a duplicate name fails with 500',
      source: ['1040', '1044', '1048', '1049', '1053'],
      when: async (lab) => {
        const { path } = await lab.project('table')
        const body = { name: 'Weekly', export_settings: SETTINGS }
        const { status, body: made } = await lab.me.request('POST', `${path}export-settings/`, { body })
        const again = await lab.me.request('POST', `${path}export-settings/`, { body })
        const { uid, data_url_csv: csv } = made as { uid: string; data_url_csv: string }
        const link = await lab.me.request('GET', pathOf(csv), { headers: { Accept: '*/*' } })
        const nobody = await lab.anonymous.request('GET', pathOf(csv), { headers: { Accept: '*/*' } })
        const removed = await lab.me.request('DELETE', `${path}export-settings/${uid}/`)
        return [status, again.status, link.status, nobody.status, removed.status]
      },
      expected: [201, 500, 302, 404, 204],
    }),
  ],
}

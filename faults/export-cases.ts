import type { QueryClient } from '@tanstack/react-query'
import {
  deleteExport,
  deleteExportSetting,
  downloadExport,
  saveExportSetting,
  startExport,
} from '#/api/kpi/exports/mutations.ts'
import { ALL_SUBMISSIONS, DEFAULT_CHOICE, exportOptions } from '#/api/kpi/exports/options.ts'
import { exportQueries } from '#/api/kpi/exports/queries.ts'
import { Export } from '#/api/kpi/exports/schema.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import type { FaultyServer } from './faulty-server.ts'
import { mutation, type MutationCase } from './mutation-case.ts'

const { uid } = DEMO_PROJECTS.household
const NOW = { staleTime: 0 }
export const OPTIONS = exportOptions({ ...DEFAULT_CHOICE, type: 'csv', fields: ['hh/village'] }, ALL_SUBMISSIONS)

const settings = async (client: QueryClient) =>
  (await client.fetchQuery({ ...exportQueries.settings(uid), ...NOW })).results

const exports = async (client: QueryClient) => (await client.fetchQuery({ ...exportQueries.list(uid), ...NOW })).results

/** An export whose file is there, which was started before any fault. */
async function finishedExport(client: QueryClient, server: FaultyServer): Promise<Export> {
  const response = await server.directTransport(
    new Request(`${DEMO_CONNECTION.server}/api/v2/assets/${uid}/exports/`, {
      method: 'POST',
      headers: { Authorization: `Token ${DEMO_CONNECTION.auth.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(OPTIONS),
    }),
  )
  const { uid: exportUid } = Export.parse(await response.json())
  for (;;) {
    const task = await client.fetchQuery({ ...exportQueries.task(uid, exportUid), ...NOW })
    if (task.status === 'complete') return task
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Mutations of exports and of their saved settings. */
export const EXPORT_CASES: MutationCase[] = [
  {
    factory: 'startExport',
    prepare: async (client) => mutation(client, startExport(uid), { options: OPTIONS, name: 'Weekly' }),
    isDone: async (client) => (await exports(client)).length > 0,
    isRepeatable: true,
  },
  {
    factory: 'deleteExport',
    prepare: async (client, server) => mutation(client, deleteExport(uid), (await finishedExport(client, server)).uid),
    isDone: async (client) => (await exports(client)).length === 0,
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
  {
    factory: 'downloadExport',
    prepare: async (client, server) => {
      const { result } = await finishedExport(client, server)
      return mutation(client, downloadExport(uid), { result: result ?? '', mimetype: 'text/csv' })
    },
    isReadOnly: true,
    overrides: { truncated: { kind: null } }, // browsers detect truncated files themselves
  },
  {
    factory: 'saveExportSetting',
    variant: 'new ones',
    prepare: async (client) =>
      mutation(client, saveExportSetting(uid), { name: 'Monthly', options: OPTIONS, from: null }),
    isDone: async (client) => (await settings(client)).some(({ name }) => name === 'Monthly'),
  },
  {
    factory: 'saveExportSetting',
    variant: 'other options',
    prepare: async (client) => {
      const [from = null] = await settings(client)
      return mutation(client, saveExportSetting(uid), { name: 'Monthly', options: OPTIONS, from })
    },
    isDone: async (client) => (await settings(client))[0]?.name === 'Monthly',
  },
  {
    factory: 'deleteExportSetting',
    prepare: async (client) => mutation(client, deleteExportSetting(uid), (await settings(client))[0]?.uid ?? ''),
    isDone: async (client) => (await settings(client)).length === 0,
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
]

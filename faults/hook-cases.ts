import type { QueryClient } from '@tanstack/react-query'
import { type HookFields, hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import {
  changeHook,
  createHook,
  deleteHook,
  retryAllFailed,
  retryLog,
  setHookActive,
} from '#/api/kpi/hooks/mutations.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { mutation, type MutationCase } from './mutation-case.ts'

const { uid } = DEMO_PROJECTS.household
const NO_CACHE = { staleTime: 0 }
const FAILED = 0

const hooks = async (client: QueryClient) =>
  (await client.fetchQuery({ ...hookQueries.list(uid), ...NO_CACHE })).results

const firstHook = async (client: QueryClient) => {
  const [hook] = await hooks(client)
  if (!hook) throw new Error('No service in the demo')
  return hook
}

const failedLogs = async (client: QueryClient, hookUid: string) =>
  (
    await client.fetchQuery({
      ...hookQueries.logs(uid, hookUid, { page: 1, pageSize: 1000, status: FAILED }),
      ...NO_CACHE,
    })
  ).results

/** A service that is added by tests. */
export const NEW_HOOK: HookFields = {
  name: 'Another one',
  endpoint: 'https://hooks.example.org/another',
  active: true,
  email_notification: true,
  export_type: 'json',
  auth_level: 'basic_auth',
  username: 'kobo',
  custom_headers: {},
  subset_fields: [],
  payload_template: '',
}

/** Mutations of REST services. */
export const HOOK_CASES: MutationCase[] = [
  {
    factory: 'createHook',
    prepare: async (client) => mutation(client, createHook(uid), { fields: NEW_HOOK, password: 'secret' }),
    isDone: async (client) => (await hooks(client)).filter(({ name }) => name === NEW_HOOK.name).length === 1,
  },
  {
    factory: 'changeHook',
    prepare: async (client) => {
      const hook = await firstHook(client)
      const from = hookFieldsOf(hook)
      return mutation(client, changeHook(uid), { uid: hook.uid, from, to: { ...from, name: 'Renamed' } })
    },
    isDone: async (client) => (await firstHook(client)).name === 'Renamed',
  },
  {
    factory: 'setHookActive',
    prepare: async (client) =>
      mutation(client, setHookActive(uid), { uid: (await firstHook(client)).uid, active: false }),
    isDone: async (client) => !(await firstHook(client)).active,
    isRepeatable: true,
  },
  {
    factory: 'deleteHook',
    prepare: async (client) => mutation(client, deleteHook(uid), (await firstHook(client)).uid),
    isDone: async (client) => (await hooks(client)).length === 0,
    isBodiless: true,
    overrides: { '404': { kind: null, countsAsSuccess: true } },
  },
  {
    factory: 'retryLog',
    prepare: async (client) => {
      const hook = await firstHook(client)
      const log = (await failedLogs(client, hook.uid)).find(({ status_code: code }) => code === 500)
      return mutation(client, retryLog(uid, hook.uid), log?.uid ?? '')
    },
    repeatKind: 'rejected', // two minutes have to pass
  },
  {
    factory: 'retryAllFailed',
    prepare: async (client) => mutation(client, retryAllFailed(uid), (await firstHook(client)).uid),
    isDone: async (client) =>
      (await failedLogs(client, (await firstHook(client)).uid)).every(({ status_code: code }) => code !== 500),
    isRepeatable: true,
  },
]

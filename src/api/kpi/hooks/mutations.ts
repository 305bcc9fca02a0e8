import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { kpiOf } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'
import { type HookFields, hookFieldsOf, isSameHook } from './hook-fields.ts'
import { hookQueries } from './queries.ts'
import { Hook, HookLogRetry, HookRetry, StoredHook, withoutPassword } from './schema.ts'

const hooksPath = (assetUid: string) => `api/v2/assets/${assetUid}/hooks/`
const refresh = (client: QueryClient, assetUid: string) =>
  client.invalidateQueries({ queryKey: hookQueries.all(assetUid) })

/** A service with basic authentication has a name and a password; without one, neither is stored. */
const settingsOf = (
  { auth_level: level, username, custom_headers }: HookFields,
  others: Record<string, unknown>,
  password: string | undefined,
) => {
  const { username: _username, password: _password, ...kept } = others
  return { ...kept, custom_headers, ...(level === 'basic_auth' && { username, password: password ?? '' }) }
}

const bodyOf = ({ username: _username, custom_headers: _headers, ...fields }: HookFields, settings: object) => ({
  ...fields,
  settings,
})

interface NewHook {
  fields: HookFields
  /** For basic authentication. */
  password?: string | undefined
}

/**
 * Adds a service [1201, 1205, 2390], also to a draft [1209]. Where an equal one is there already, the answer to an earlier
 * request was lost: it is taken, so that submissions are not sent twice.
 */
export const createHook = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'create', assetUid],
    gcTime: 0, // its variables have a password
    meta: { showsError: true },
    mutationFn: async ({ fields, password }: NewHook, { client }) => {
      const { results } = await client.query({ ...hookQueries.list(assetUid), staleTime: 0 })
      const twin = results.find((hook) => isSameHook(hookFieldsOf(hook), fields))
      if (twin) return twin
      const settings = settingsOf(fields, {}, password)
      return kpiOf(client).post(hooksPath(assetUid), Hook, { body: bodyOf(fields, settings) })
    },
    onSettled: (_hook, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

interface HookChange {
  uid: string
  /** What was shown when editing began. */
  from: HookFields
  to: HookFields
  /** A new password; without it the one on the server stays. */
  password?: string | undefined
}

/**
 * Changes a service. `settings` is replaced as a whole, so that the password is read from the server just before and sent
 * back; nothing else of the app ever has it. Fails with `conflict` if somebody else changed the service meanwhile.
 */
export const changeHook = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'change', assetUid],
    gcTime: 0,
    meta: { showsError: true },
    mutationFn: async ({ uid, from, to, password }: HookChange, { client }) => {
      const kpi = kpiOf(client)
      const path = `${hooksPath(assetUid)}${uid}/`
      const stored = await kpi.get(path, StoredHook)
      const now = withoutPassword(stored)
      const current = hookFieldsOf(now)
      // The answer to an earlier request was lost: what was wanted is there.
      if (isSameHook(current, to) && password === undefined) return now
      if (!isSameHook(current, from) && !isSameHook(current, to)) throw new ApiError('conflict', '')
      const settings = settingsOf(to, stored.settings, password ?? stored.settings.password)
      return kpi.patch(path, Hook, { body: bodyOf(to, settings) })
    },
    onSettled: (_hook, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

/** Pauses or resumes a service. While it is paused, submissions get no log entry, and are never sent [2400]. */
export const setHookActive = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'active', assetUid],
    meta: { showsError: true },
    mutationFn: ({ uid, active }: { uid: string; active: boolean }, { client }) =>
      kpiOf(client).patch(`${hooksPath(assetUid)}${uid}/`, Hook, { body: { active } }),
    onSettled: (_hook, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

/** Deletes a service with its log [1220]. One that is gone already counts as deleted. */
export const deleteHook = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'delete', assetUid],
    meta: { showsError: true },
    mutationFn: async (uid: string, { client }): Promise<'deleted' | 'gone'> => {
      try {
        await kpiOf(client).delete(`${hooksPath(assetUid)}${uid}/`)
        return 'deleted'
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return 'gone'
        throw error
      }
    },
    onSettled: (_outcome, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

/**
 * Sends one submission again, and waits for the other side's answer. Refused within two minutes after the last attempt
 * [2396]; if it fails again, the error's message is that answer (NOTES, "REST services").
 */
export const retryLog = (assetUid: string, hookUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'retry-log', assetUid, hookUid],
    meta: { showsError: true },
    mutationFn: (logUid: string, { client }) =>
      kpiOf(client).patch(`${hooksPath(assetUid)}${hookUid}/logs/${logUid}/retry/`, HookLogRetry),
    onSettled: (_answer, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

/** The server's answer if nothing failed: it has no body in browsers [2398]. */
const NOT_MODIFIED = 304

/** Has the server send all failed submissions again, in the background [1217]. Returns how many; refused if paused [2399]. */
export const retryAllFailed = (assetUid: string) =>
  mutationOptions({
    mutationKey: ['hooks', 'retry-all', assetUid],
    meta: { showsError: true },
    mutationFn: async (hookUid: string, { client }): Promise<number> => {
      try {
        const { pending_uids: uids } = await kpiOf(client).patch(`${hooksPath(assetUid)}${hookUid}/retry/`, HookRetry)
        return uids.length
      } catch (error) {
        if (error instanceof ApiError && error.status === NOT_MODIFIED) return 0
        throw error
      }
    },
    onSettled: (_count, _error, _variables, _result, { client }) => refresh(client, assetUid),
  })

import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { connectionOf, kpiAs, kpiOf } from '#/api/client.ts'
import { type Connection, connectionId, connections } from '#/api/connection.ts'
import { ApiError } from '#/api/errors.ts'
import { TokenResponse } from '#/api/kpi/session/schema.ts'
import { KeyRenewalError, type KeyState } from './key-renewal.ts'
import { changedFields, type Profile, type ProfileField, profileOf } from './profile.ts'
import { accountQueries } from './queries.ts'
import { Account, SignedOutEverywhere } from './schema.ts'

const TIMEOUT = 30_000

interface ProfileChange {
  fields: readonly ProfileField[]
  /** The profile that the person saw. */
  from: Profile
  to: Profile
}

/**
 * Changes a profile. Only fields that differ are sent; the server keeps the others [0114].
 * @throws ApiError `conflict` if one of them is not as the person saw it any more: the query has the new profile then
 */
export const saveProfile = () =>
  mutationOptions({
    mutationKey: ['account', 'profile'],
    scope: { id: 'account/profile' },
    meta: { showsError: true },
    mutationFn: async ({ fields, from, to }: ProfileChange, { client }) => {
      const kpi = kpiOf(client)
      const account = await kpi.get('me/', Account)
      const now = profileOf(account.extra_details, fields)
      const open = changedFields(from, to).filter((name) => now[name] !== to[name])
      if (open.some((name) => now[name] !== from[name])) {
        client.setQueryData(accountQueries.own().queryKey, account)
        throw new ApiError('conflict', '')
      }
      if (open.length === 0) return account // an earlier request succeeded, but its response was lost
      return kpi.patch('me/', Account, {
        body: { extra_details: Object.fromEntries(open.map((name) => [name, to[name]])) },
      })
    },
    onSuccess: (account, _change, _result, { client }) => {
      client.setQueryData(accountQueries.own().queryKey, account)
      // The organization of an account without others is named by the profile [0110, 0114].
      return client.invalidateQueries({ queryKey: ['organizations'] })
    },
  })

/** Reads the API key, which the server creates if there is none [0104, 2493]. It is kept in no cache. */
export const readKey = () =>
  mutationOptions({
    mutationKey: ['account', 'key'],
    meta: { showsError: true },
    gcTime: 0,
    mutationFn: async (_variables: void, { client }) =>
      (await kpiOf(client).get('token/', TokenResponse, { query: { format: 'json' }, timeout: TIMEOUT })).token,
  })

interface KeyRenewal {
  /** Needed by connections that use the key itself. Others fetch the new key with their own credentials [2492]. */
  password?: string
  /** What the attempt before this one left. */
  left?: KeyRenewalError | null
}

/**
 * Replaces the API key. A deleted key cannot fetch a new one [2490-2493], so that a connection by key needs the password.
 * Credentials are checked first by fetching the key, which is then deleted, and fetched again. Where the deletion had no answer, the server is asked
 * whether the key is another one. The connection goes on with the new key if it used the old one.
 * @throws KeyRenewalError which says what became of the old key; with it, the next attempt replaces no other key
 */
export const renewKey = () =>
  mutationOptions({
    mutationKey: ['account', 'renew-key'],
    meta: { showsError: true },
    gcTime: 0,
    mutationFn: async ({ password, left = null }: KeyRenewal, { client }) => {
      const connection = requireConnection(client)
      if (password === undefined && connection.auth.scheme === 'key') throw new RangeError('No password')
      const { server, username } = connection
      const kpi =
        password === undefined ? kpiOf(client) : kpiAs({ server, auth: { scheme: 'password', username, password } })
      const read = async (state: KeyState, oldKey?: string) => {
        try {
          return (await kpi.get('token/', TokenResponse, { query: { format: 'json' }, timeout: TIMEOUT })).token
        } catch (error) {
          throw new KeyRenewalError(error, state, oldKey)
        }
      }

      const old = await read(left?.state ?? 'kept', left?.oldKey())
      if (left && left.state !== 'kept' && left.oldKey() !== old) return adoptKey(connection, old)
      const failure = await deleteKey(server, old)
      const next = await read(failure ? 'unknown' : 'deleted', old)
      if (next === old) throw new KeyRenewalError(failure ?? new ApiError('unreadable', ''), 'kept', old)
      return adoptKey(connection, next)
    },
  })

/** Deletes a key, by which the request is authenticated [2490]. Returns the error instead of throwing it. */
const deleteKey = (server: string, token: string): Promise<unknown> =>
  kpiAs({ server, auth: { scheme: 'key', token } })
    .delete('token/', { timeout: TIMEOUT })
    .then(
      () => null,
      (error: unknown) => error,
    )

function adoptKey(connection: Connection, token: string): string {
  const id = connectionId(connection)
  if (connections.find(id)?.auth.scheme === 'key') connections.renew(id, { scheme: 'key', token })
  return token
}

function requireConnection(client: QueryClient): Connection {
  const connection = connectionOf(client)
  if (!connection) throw new ApiError('signed-out', '')
  return connection
}

/** Ends all sessions of the account, in all browsers. API keys stay valid [2494]. */
export const signOutEverywhere = () =>
  mutationOptions({
    mutationKey: ['account', 'sign-out-everywhere'],
    meta: { showsError: true },
    mutationFn: (_variables: void, { client }) => kpiOf(client).post('logout-all/', SignedOutEverywhere),
  })

import { QueryClient } from '@tanstack/react-query'
import { loadAppConfig } from '#/api/app-config/app-config.ts'
import { setTransport } from '#/api/client.ts'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { beginSignIn, completeSignIn, type OAuthAuth, refreshTokens, revokeTokens } from '#/api/kpi/session/oauth.ts'
import { sessionQueries } from '#/api/kpi/session/queries.ts'
import { SignInError, signInWithKey, signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { KEYS, writeStored } from '#/lib/browser-storage.ts'
import type { FaultyServer } from './faulty-server.ts'
import { allowOnPage, CLIENT, withSession } from './kpi-pages.ts'
import type { MutationCase } from './mutation-case.ts'
import { type Scenario, SCENARIOS } from './scenarios.ts'

const { server } = DEMO_CONNECTION

/** Replaces a `SignInError` by the `ApiError` that caused it; errors of the OAuth2 protocol become `rejected`. */
const withApiErrors = async <Connected>(connected: Promise<Connected>) =>
  connected.catch((error: unknown) => {
    if (!(error instanceof SignInError)) throw error
    throw error.cause instanceof ApiError ? error.cause : new ApiError('rejected', '')
  })

const prepareSignIn = async (faultyServer: FaultyServer) => {
  const { attempt, url } = await beginSignIn(server, CLIENT.id)
  const answer = await allowOnPage(faultyServer.directTransport, url)
  return () => withApiErrors(completeSignIn(attempt, answer))
}

const authOf = async (faultyServer: FaultyServer) => (await (await prepareSignIn(faultyServer))()).auth as OAuthAuth

/** OAuth2 requires valid responses of the protocol: truncated or foreign responses are errors of this kind. */
const invalidResponses = (kind: ApiErrorKind) =>
  Object.fromEntries(
    SCENARIOS.filter((scenario) => scenario.attempts === 1 || scenario.chaos === 'cut-body').flatMap(
      (scenario): [string, Partial<Scenario>][] =>
        scenario.kind === null ||
        (['no-network', 'offline', 'throttled'].includes(scenario.kind) && scenario.chaos !== 'cut-body')
          ? []
          : [[scenario.chaos, { kind }]],
    ),
  )

/** Requests before and during sign-in. */
export const SIGN_IN_CASES: MutationCase[] = [
  {
    factory: 'signInWithPassword',
    prepare: async () => async () => withApiErrors(signInWithPassword(server, 'demo', 'demo')),
    isReadOnly: true,
    requests: 2,
  },
  {
    factory: 'signInWithKey',
    prepare: async () => async () => withApiErrors(signInWithKey(server, DEMO_CONNECTION.auth.token)),
    isReadOnly: true,
  },
  {
    factory: 'sessionQueries.ownPages',
    prepare: async (_client, faultyServer) => {
      setTransport(server, await withSession(faultyServer.directTransport, faultyServer.transport, server))
      return async () => withApiErrors(new QueryClient().fetchQuery(sessionQueries.ownPages(server)))
    },
    isReadOnly: true,
    // The user is not signed in there.
    overrides: { '401': { kind: null }, '403': { kind: null } },
  },
  {
    factory: 'completeSignIn',
    prepare: async (_client, faultyServer) => prepareSignIn(faultyServer),
    // A code is valid once: sign-in must start again.
    repeatKind: 'rejected',
    overrides: invalidResponses('rejected'),
  },
  {
    factory: 'refreshTokens',
    prepare: async (_client, faultyServer) => {
      const auth = await authOf(faultyServer)
      return () => refreshTokens(server, auth)
    },
    // A refresh token is valid once: the user must sign in again.
    repeatKind: 'signed-out',
    overrides: invalidResponses('unreadable'),
  },
  {
    factory: 'revokeTokens',
    prepare: async (_client, faultyServer) => {
      const auth = await authOf(faultyServer)
      return () => revokeTokens({ kind: 'kpi', server, username: 'demo', auth })
    },
    // Tokens expire by themselves: a failure does not keep the user signed in.
    overrides: Object.fromEntries(SCENARIOS.map(({ chaos }) => [chaos, { kind: null, countsAsSuccess: true }])),
  },
  {
    factory: 'loadAppConfig',
    prepare: async () => async () => {
      writeStored('device', KEYS.config, null)
      const error = await loadAppConfig({ languages: ['en'], onChange: () => {} })
      if (error) throw error
    },
    isReadOnly: true,
    // The file is optional, and so are its keys.
    overrides: { '404': { kind: null }, 'wrong-shape': { kind: null } },
  },
]

import { QueryClient } from '@tanstack/react-query'
import { loadAppConfig } from '#/api/app-config/app-config.ts'
import { setTransport } from '#/api/client.ts'
import { ApiError, type ApiErrorKind } from '#/api/errors.ts'
import { beginSignIn, completeSignIn, type OAuthAuth, refreshTokens, revokeTokens } from '#/api/kpi/session/oauth.ts'
import { sessionQueries } from '#/api/kpi/session/queries.ts'
import { SignInError, signInWithKey, signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { allowOnPage, CLIENT, withSession } from './own-pages.ts'
import { type Scenario, SCENARIOS } from './scenarios.ts'
import type { World } from './world.ts'
import type { Writing } from './writing.ts'

const { server } = DEMO_CONNECTION

/** The form's reasons are made of the client's; those that are the protocol's own become `rejected` here. */
const signingIn = async <Connected>(connected: Promise<Connected>) =>
  connected.catch((error: unknown) => {
    if (!(error instanceof SignInError)) throw error
    throw error.cause instanceof ApiError ? error.cause : new ApiError('rejected', '')
  })

const attempted = async (world: World) => {
  const { attempt, url } = await beginSignIn(server, CLIENT.id)
  const answer = await allowOnPage(world.server, url)
  return () => signingIn(completeSignIn(attempt, answer))
}

const signedIn = async (world: World) => (await (await attempted(world))()).auth as OAuthAuth

/** What speaks OAuth2 minds the protocol only: an answer that breaks off, or comes from elsewhere, is none. */
const noAnswer = (kind: ApiErrorKind) =>
  Object.fromEntries(
    SCENARIOS.filter((scenario) => scenario.readings === 1 || scenario.chaos === 'cut-body').flatMap(
      (scenario): [string, Partial<Scenario>][] =>
        scenario.kind === null ||
        (['no-network', 'offline', 'throttled'].includes(scenario.kind) && scenario.chaos !== 'cut-body')
          ? []
          : [[scenario.chaos, { kind }]],
    ),
  )

/** What an app does before there is anybody to act for, and how it gets to act for them. */
export const SIGN_INS: Writing[] = [
  {
    factory: 'signInWithPassword',
    prepare: async () => async () => signingIn(signInWithPassword(server, 'demo', 'demo')),
    isReading: true,
    requests: 2,
  },
  {
    factory: 'signInWithKey',
    prepare: async () => async () => signingIn(signInWithKey(server, DEMO_CONNECTION.auth.token)),
    isReading: true,
  },
  {
    factory: 'sessionQueries.ownPages',
    prepare: async (_client, world) => {
      setTransport(server, await withSession(world.server, world.transport, server))
      return async () => signingIn(new QueryClient().fetchQuery(sessionQueries.ownPages(server)))
    },
    isReading: true,
    // Then nobody is signed in there.
    differs: { '401': { kind: null }, '403': { kind: null } },
  },
  {
    factory: 'completeSignIn',
    prepare: async (_client, world) => attempted(world),
    // A code serves once: begin again.
    again: 'rejected',
    differs: noAnswer('rejected'),
  },
  {
    factory: 'refreshTokens',
    prepare: async (_client, world) => {
      const auth = await signedIn(world)
      return () => refreshTokens(server, auth)
    },
    // So does a token to refresh by: sign in again.
    again: 'signed-out',
    differs: noAnswer('unreadable'),
  },
  {
    factory: 'revokeTokens',
    prepare: async (_client, world) => {
      const auth = await signedIn(world)
      return () => revokeTokens({ kind: 'kpi', server, username: 'demo', auth })
    },
    // Tokens end by themselves: nobody who signs out is kept.
    differs: Object.fromEntries(SCENARIOS.map(({ chaos }) => [chaos, { kind: null, isTakenAsDone: true }])),
  },
  {
    factory: 'loadAppConfig',
    prepare: async () => async () => {
      const fault = await loadAppConfig(['en'])
      if (fault) throw fault
    },
    isReading: true,
    // A host need not serve it, nor say anything in it.
    differs: { '404': { kind: null }, 'wrong-shape': { kind: null } },
  },
]

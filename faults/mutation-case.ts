import { MutationObserver, type MutationObserverOptions, type QueryClient } from '@tanstack/react-query'
import type { ApiError } from '#/api/errors.ts'
import type { FaultyServer } from './faulty-server.ts'
import type { Scenario } from './scenarios.ts'

/** A mutation of the app. */
export interface MutationCase {
  factory: string
  /** Variant of the mutation, if there are several. */
  variant?: string
  /** Loads what the user sees, and returns the function that runs the mutation. */
  prepare: (client: QueryClient, server: FaultyServer) => Promise<() => Promise<unknown>>
  /** Whether the server has the wanted state. */
  isDone?: (client: QueryClient) => Promise<boolean>
  /** The error when it is repeated after it was executed and the response lost. */
  repeatKind?: ApiError['kind']
  /** Whether executing it twice has the same effect, or is what the user wants. */
  isRepeatable?: boolean
  /** Its response has no body. */
  isBodiless?: boolean
  /** It only reads, like a download. */
  isReadOnly?: boolean
  /** It signs in by itself, with the password that was typed: a refused key is an error of it, and nothing is renewed. */
  hasOwnSignIn?: boolean
  /** It is run as another account than that of the client, by its key. */
  isOfAnotherAccount?: boolean
  /** Number of requests, 1 by default. */
  requests?: number
  /** Differences from the usual results by scenario. */
  overrides?: Record<string, Partial<Scenario>>
}

/** Runs a mutation, as components do. */
export const mutation =
  <Data, Variables, Context>(
    client: QueryClient,
    options: MutationObserverOptions<Data, ApiError, Variables, Context>,
    variables: Variables,
  ) =>
  async () =>
    new MutationObserver(client, options).mutate(variables)

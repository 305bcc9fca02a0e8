import {
  type DefaultError,
  type FetchQueryOptions,
  MutationObserver,
  type MutationOptions,
  QueryClient,
} from '@tanstack/react-query'
import { bindCache, kpiOf, type Transport } from '#/api/client.ts'
import { type Connection, connections } from '#/api/connection.ts'

export interface ServerResponse {
  status: number
  /** Parsed JSON, other text unchanged, `null` for an empty body. */
  body: unknown
  headers: Headers
}

interface RequestOptions {
  query?: Record<string, string | number | object>
  /** Sent as JSON; `FormData` as multipart, a string unchanged. */
  body?: unknown
  headers?: Record<string, string>
}

/** An account that sends requests to the server, directly or through the app's API layer. */
export interface Account {
  /** `''` when not signed in. */
  username: string
  client: QueryClient
  kpi: ReturnType<typeof kpiOf>
  /** Sends one request and returns the response, whatever its status. Objects in `query` are sent as JSON. */
  request: (method: string, path: string, options?: RequestOptions) => Promise<ServerResponse>
  /**
   * Runs a query of the app, without the cache.
   * @throws ApiError
   */
  query: <Data, Key extends readonly unknown[]>(
    options: FetchQueryOptions<Data, DefaultError, Data, Key>,
  ) => Promise<Data>
  /** Runs a mutation of the app. @throws ApiError */
  mutate: <Data, Variables>(
    options: MutationOptions<Data, DefaultError, Variables>,
    variables: Variables,
  ) => Promise<Data>
}

/** An account with its own query client. Retries are off, so that failures stay visible. */
export function accountOf(connection: Connection, transport: Transport): Account {
  const client = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', gcTime: 0 },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })
  bindCache(client, connections.use(connection))
  return {
    username: connection.username,
    client,
    kpi: kpiOf(client),
    request: createRequester(connection, transport),
    query: async (options) => client.fetchQuery({ ...options, staleTime: 0 }),
    mutate: async (options, variables) => new MutationObserver(client, options).mutate(variables),
  }
}

/** Sends requests without credentials. */
export const anonymousOf = (server: string, transport: Transport): Pick<Account, 'request'> => ({
  request: createRequester({ server, auth: undefined }, transport),
})

function createRequester(
  { server, auth }: { server: string; auth?: Connection['auth'] | undefined },
  transport: Transport,
) {
  return async (
    method: string,
    path: string,
    { query = {}, body, headers = {} }: RequestOptions = {},
  ): Promise<ServerResponse> => {
    const url = new URL(`${server}/${path}`)
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
    const isRaw = typeof body === 'string' || body instanceof FormData
    const request = new Request(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(auth?.scheme === 'key' && { Authorization: `Token ${auth.token}` }),
        ...(body !== undefined && !isRaw && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
      redirect: 'manual',
    })
    const response = await transport(request)
    return { status: response.status, headers: response.headers, body: parseBody(await response.text()) }
  }
}

function parseBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

import {
  type DefaultError,
  type FetchQueryOptions,
  MutationObserver,
  type MutationOptions,
  QueryClient,
} from '@tanstack/react-query'
import { bindCache, kpiOf, type Transport } from '#/api/client.ts'
import { type Connection, connections } from '#/api/connection.ts'

export interface Answer {
  status: number
  /** JSON parsed, other text as it is, `null` where there is none. */
  body: unknown
  headers: Headers
}

interface AskOptions {
  query?: Record<string, string | number | object>
  /** Sent as JSON; a `FormData` as multipart, a `string` as it is. */
  body?: unknown
  headers?: Record<string, string>
}

/** Somebody who asks the server: through the app's own API layer, or with requests as they are. */
export interface Account {
  /** `''` for nobody, who is not signed in. */
  username: string
  client: QueryClient
  kpi: ReturnType<typeof kpiOf>
  /** One request; whatever comes is an answer. Objects in `query` are sent as JSON. */
  ask: (method: string, path: string, options?: AskOptions) => Promise<Answer>
  /** Asks anew, whatever the cache holds. @throws ApiError */
  read: <Data, Key extends readonly unknown[]>(
    options: FetchQueryOptions<Data, DefaultError, Data, Key>,
  ) => Promise<Data>
  /** @throws ApiError */
  write: <Data, Variables>(
    options: MutationOptions<Data, DefaultError, Variables>,
    variables: Variables,
  ) => Promise<Data>
}

/** An account with its API layer. Retries are off: what fails is seen as it failed. */
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
    ask: asker(connection, transport),
    read: async (options) => client.fetchQuery({ ...options, staleTime: 0 }),
    write: async (options, variables) => new MutationObserver(client, options).mutate(variables),
  }
}

/** Requests of nobody. */
export const anonymousOf = (server: string, transport: Transport): Pick<Account, 'ask'> => ({
  ask: asker({ server, auth: undefined }, transport),
})

function asker({ server, auth }: { server: string; auth?: Connection['auth'] | undefined }, transport: Transport) {
  return async (method: string, path: string, { query = {}, body, headers = {} }: AskOptions = {}): Promise<Answer> => {
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
    return { status: response.status, headers: response.headers, body: read(await response.text()) }
  }
}

function read(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

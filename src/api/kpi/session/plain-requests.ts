import { kindOfNoResponse, send } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'

/**
 * Whether a server responds at all. Browsers do not tell why a request failed, but a `no-cors` request succeeds if only
 * CORS was the reason [1702].
 */
export const isReachable = async (server: string) =>
  send(new Request(`${server}/token/`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' })).then(
    () => true,
    () => false,
  )

/** A `fetch` for libraries that only allows requests to one server. @throws ApiError if there is no response. */
export const fetchOf =
  (server: string) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    if (!url.startsWith(`${server}/`)) throw new TypeError(`Not at ${server}`)
    const failure = kindOfNoResponse()
    const response = await send(new Request(url, { ...init, credentials: 'omit' })).catch((cause: unknown) => {
      throw new ApiError(init.signal?.aborted ? 'timed-out' : failure, '', { cause })
    })
    if (response.status >= 500 || response.status === 429) throw await ApiError.from(response)
    return response
  }

import { send, unanswered } from '#/api/client.ts'
import { ApiError } from '#/api/errors.ts'

/**
 * Whether anything answers at an address. Browsers do not say why a request failed; one that asks for no reply to
 * be read passes where only the server's list of allowed sites stood in the way [1702].
 */
export const answersAtAll = async (server: string) =>
  send(new Request(`${server}/token/`, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' })).then(
    () => true,
    () => false,
  )

/** `fetch` for a library that speaks with one server, and with no other. @throws ApiError where it has no answer. */
export const fetchOf =
  (server: string) =>
  async (url: string, init: RequestInit): Promise<Response> => {
    if (!url.startsWith(`${server}/`)) throw new TypeError(`Not at ${server}`)
    const lost = unanswered()
    const response = await send(new Request(url, { ...init, credentials: 'omit' })).catch((cause: unknown) => {
      throw new ApiError(init.signal?.aborted ? 'timed-out' : lost, '', { cause })
    })
    if (response.status >= 500 || response.status === 429) throw await ApiError.from(response)
    return response
  }

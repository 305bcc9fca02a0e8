import { DEMO_CONNECTION } from './connection.ts'
import { createDemoTransport } from './transport.ts'

interface RequestOptions {
  method?: string
  /** API key to send: the demo user's by default, `null` for none. */
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

/** Opens a new demo in memory for a test, with a function that sends requests to it. */
export async function openDemo() {
  const transport = await createDemoTransport({ storage: 'memory' })
  const request = async (path: string, options: RequestOptions = {}) => {
    const { method = 'GET', token = DEMO_CONNECTION.auth.token, body, headers = {} } = options
    const isForm = body instanceof FormData
    const response = await transport(
      new Request(`${DEMO_CONNECTION.server}/${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          ...(token !== null && { Authorization: `Token ${token}` }),
          ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    const isJson = response.headers.get('Content-Type')?.includes('json') === true
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as unknown }
  }
  return { request: request }
}

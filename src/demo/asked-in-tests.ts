import { DEMO_CONNECTION } from './connection.ts'
import { createDemoTransport } from './transport.ts'

interface Asked {
  method?: string
  /** Whose key is sent: the visitor's where nothing else is said; `null` for none. */
  token?: string | null
  body?: unknown
  headers?: Record<string, string>
}

/** A demo of its own for a test, and a short way to ask it. */
export async function openDemo() {
  const transport = await createDemoTransport({ storage: 'memory' })
  const ask = async (path: string, asked: Asked = {}) => {
    const { method = 'GET', token = DEMO_CONNECTION.auth.token, body, headers = {} } = asked
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
  return { ask }
}

import { http, type HttpHandler } from 'msw/http'
import { recordAccess } from './access-log.ts'
import { userByKey, userOf } from './authentication.ts'
import type { Database } from './database.ts'
import { methodNotAllowed } from './responses.ts'

/** A request as the handlers receive it. */
export interface Call {
  request: Request
  url: URL
  /** Values of the placeholders in the path, such as `:uid`. */
  params: Readonly<Record<string, string>>
  /** The user who sent the request, {@link ANONYMOUS} without a key. */
  username: string
  db: Database
}

type Handler = (call: Call) => Response | Promise<Response>
type Handlers = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>

/** A URL of KPI with its handlers. Methods without a handler are answered with 405 [0426]. */
export type Resource = (db: Database) => HttpHandler

/** Creates a resource. `path` is written as in KPI's documentation, without the server: it matches on any origin. */
export function resource(path: string, handlers: Handlers): Resource {
  return (db) =>
    http.all(`*/${path}`, async ({ request, params }) => {
      const username = userOf(request, (key) => userByKey(db, key))
      recordAccess(request, username)
      const method = request.method === 'HEAD' ? 'GET' : request.method
      const handler = handlers[method as keyof Handlers]
      if (!handler) throw methodNotAllowed(request.method)
      const decodedParams = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, decodeURIComponent(String(value))]),
      )
      return handler({ request, url: new URL(request.url), params: decodedParams, username, db })
    })
}

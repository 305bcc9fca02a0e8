import { http, type HttpHandler } from 'msw/http'
import { methodNotAllowed } from './answers.ts'
import { userOf } from './authentication.ts'
import type { Database } from './database.ts'

/** One request, as handlers see it. */
export interface Call {
  request: Request
  url: URL
  /** Parts of the path that stand for something: `:uid`. */
  params: Readonly<Record<string, string>>
  /** Whom the request speaks for; {@link ANONYMOUS} without a key. */
  username: string
  db: Database
}

type Answer = (call: Call) => Response | Promise<Response>
type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Answer>>

/** Something that KPI has an address for. Methods that it does not know are refused with 405 [0426]. */
export type Resource = (db: Database) => HttpHandler

/** `path` as in KPI's documentation, without the server: patterns match on any origin. */
export function resource(path: string, methods: Methods): Resource {
  return (db) =>
    http.all(`*/${path}`, async ({ request, params }) => {
      const username = userOf(request)
      const method = request.method === 'HEAD' ? 'GET' : request.method
      const answer = methods[method as keyof Methods]
      if (!answer) throw methodNotAllowed(request.method)
      const texts = Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, decodeURIComponent(String(value))]),
      )
      return answer({ request, url: new URL(request.url), params: texts, username, db })
    })
}

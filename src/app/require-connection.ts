import { redirect } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import { paths } from './paths.ts'

/** For loaders of pages that need a server: sends those who have none to connect, and back here afterwards. */
export function requireConnection(request: Request) {
  if (connections.current()) return
  const { pathname, search } = new URL(request.url)
  const { demo, firstVisit } = appConfig()
  const opensDemo = demo && firstVisit === 'demo' && pathname === '/'
  throw redirect(opensDemo ? paths.demo() : paths.connect(pathname + search))
}

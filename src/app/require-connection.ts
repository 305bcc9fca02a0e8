import { type LoaderFunctionArgs, redirect } from 'react-router'
import { appConfig } from '#/api/app-config/app-config.ts'
import { connections } from '#/api/connection.ts'
import { paths } from './paths.ts'

/** For loaders that need a server: without a connection it redirects to the connect page, which leads back afterwards. */
export function requireConnection(request: Request) {
  if (connections.current()) return
  const { pathname, search } = new URL(request.url)
  const { demo, firstVisit } = appConfig()
  const opensDemo = demo && firstVisit === 'demo' && pathname === '/'
  throw redirect(opensDemo ? paths.demo() : paths.connect(pathname + search))
}

/** The loader of a page that needs a connection but no data. */
export function connectionLoader({ request }: LoaderFunctionArgs) {
  requireConnection(request)
  return null
}

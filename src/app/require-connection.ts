import { redirect } from 'react-router'
import { appConfigQueries } from '#/api/app-config/queries.ts'
import { connections } from '#/api/connection.ts'
import { paths } from './paths.ts'
import { queryClient } from './query-client.ts'

/** For loaders of pages that need a server: sends those who have none to connect, and back here afterwards. */
export async function requireConnection(request: Request) {
  if (connections.current()) return
  const { pathname, search } = new URL(request.url)
  const config = await queryClient().query({ ...appConfigQueries.config(), staleTime: 'static' })
  throw redirect(config.firstVisit === 'demo' && pathname === '/' ? paths.demo() : paths.connect(pathname + search))
}

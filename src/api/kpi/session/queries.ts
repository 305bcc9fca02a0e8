import { queryOptions } from '@tanstack/react-query'
import type { Connection } from '#/api/connection.ts'
import { ownSession, type SignInError } from './sign-in.ts'

export const sessionQueries = {
  /** The connection of the session on the server's own pages; `null` if nobody is signed in there. */
  ownPages: (server: string) =>
    queryOptions<Connection | null, SignInError>({
      queryKey: ['session', server],
      queryFn: () => ownSession(server),
      staleTime: 0,
      retry: false,
    }),
}

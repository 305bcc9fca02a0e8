import { connections } from '#/api/connection.ts'

/** Forgets a connection, in every tab; the app goes to where one connects. Its tokens are given back. */
export function signOut(id: string): void {
  const connection = connections.find(id)
  connections.forget(id)
  if (connection?.auth.scheme !== 'oauth') return
  void import('#/api/kpi/session/oauth.ts').then(({ revokeTokens }) => revokeTokens(connection))
}

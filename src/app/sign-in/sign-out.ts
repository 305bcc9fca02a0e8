import { connections } from '#/api/connection.ts'

/** Forgets a connection in every tab and revokes its tokens. The app opens the connect page. */
export function signOut(id: string): void {
  const connection = connections.find(id)
  connections.forget(id)
  if (connection?.auth.scheme !== 'oauth') return
  void import('#/api/kpi/session/oauth.ts').then(({ revokeTokens }) => revokeTokens(connection))
}

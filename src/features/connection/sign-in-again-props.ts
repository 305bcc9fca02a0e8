import type { Auth, Connection } from '#/api/connection.ts'

export interface SignInAgainProps {
  opened: boolean
  connection: Connection
  onSignedIn: (auth: Auth) => void
  onClose: () => void
}

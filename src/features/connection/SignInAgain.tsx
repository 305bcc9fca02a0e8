import { useState } from 'react'
import type { Auth, Connection } from '#/api/connection.ts'
import { SignInAgainAway } from './SignInAgainAway.tsx'
import { SignInAgainDialog } from './SignInAgainDialog.tsx'
import { SignInAgainOnSite } from './SignInAgainOnSite.tsx'

export interface SignInAgainProps {
  opened: boolean
  connection: Connection
  onSignedIn: (auth: Auth) => void
  onClose: () => void
}

/** Over the page, which stays as it is: the same account on the same server, signed in as it was before. */
export function SignInAgain(props: SignInAgainProps) {
  const [isHere, setIsHere] = useState(false)
  const { auth } = props.connection
  if (isHere || auth.scheme === 'key') return <SignInAgainDialog {...props} />
  const onHere = () => setIsHere(true)
  return auth.scheme === 'oauth' ? (
    <SignInAgainAway {...props} clientId={auth.clientId} onHere={onHere} />
  ) : (
    <SignInAgainOnSite {...props} onHere={onHere} />
  )
}

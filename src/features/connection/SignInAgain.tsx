import { useState } from 'react'
import { SignInAgainAway } from './SignInAgainAway.tsx'
import { SignInAgainDialog } from './SignInAgainDialog.tsx'
import { SignInAgainOnSite } from './SignInAgainOnSite.tsx'
import { type SignInAgainProps } from './sign-in-again-props.ts'

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

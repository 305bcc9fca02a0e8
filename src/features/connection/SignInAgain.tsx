import { useState } from 'react'
import { SignInAgainBySession } from './SignInAgainBySession.tsx'
import { SignInAgainDialog } from './SignInAgainDialog.tsx'
import { SignInAgainInWindow } from './SignInAgainInWindow.tsx'
import { type SignInAgainProps } from './sign-in-again-props.ts'

/** A dialog over the page to sign in again, with the same account and method. */
export function SignInAgain(props: SignInAgainProps) {
  const [isHere, setIsHere] = useState(false)
  const { auth } = props.connection
  if (isHere || auth.scheme === 'key') return <SignInAgainDialog {...props} />
  const onHere = () => setIsHere(true)
  return auth.scheme === 'oauth' ? (
    <SignInAgainInWindow {...props} clientId={auth.clientId} onOtherMethod={onHere} />
  ) : (
    <SignInAgainBySession {...props} onOtherMethod={onHere} />
  )
}

import { QueryClientProvider } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { connectionId, connections } from '#/api/connection.ts'
import { clientOf } from '#/app/query-client.ts'
import { SignInAgain } from '#/features/connection/SignInAgain.tsx'
import { currentSignInRequest, declineSignIn, onSignInRequestsChange } from './renewal.ts'

/** The dialog for signing in again to the current connection, whose requests wait. */
export function SignInPromptDialog() {
  const refused = useSyncExternalStore(onSignInRequestsChange, currentSignInRequest)
  const [shown, setShown] = useState(refused)
  if (refused && refused !== shown) setShown(refused) // stays visible while the dialog closes
  return (
    <QueryClientProvider client={clientOf('')}>
      {shown && (
        <SignInAgain
          key={connectionId(shown)}
          opened={refused !== null}
          connection={shown}
          onSignedIn={(auth) => connections.renew(connectionId(shown), auth)}
          onClose={() => declineSignIn(shown)}
        />
      )}
    </QueryClientProvider>
  )
}

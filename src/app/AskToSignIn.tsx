import { QueryClientProvider } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { connectionId, connections } from '#/api/connection.ts'
import { SignInAgain } from '#/features/connection/SignInAgain.tsx'
import { clientOf } from './query-client.ts'
import { currentQuestion, decline, onQuestions } from './renewal.ts'

/** The dialog about the connection in use, while its requests wait. */
export function AskToSignIn() {
  const refused = useSyncExternalStore(onQuestions, currentQuestion)
  const [shown, setShown] = useState(refused)
  if (refused && refused !== shown) setShown(refused) // the last one stays to be seen while the dialog closes
  return (
    <QueryClientProvider client={clientOf('')}>
      {shown && (
        <SignInAgain
          key={connectionId(shown)}
          opened={refused !== null}
          connection={shown}
          onSignedIn={(auth) => connections.renew(connectionId(shown), auth)}
          onClose={() => decline(shown)}
        />
      )}
    </QueryClientProvider>
  )
}

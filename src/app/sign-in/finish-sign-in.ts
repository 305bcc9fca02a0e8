import { connections } from '#/api/connection.ts'
import { completeSignIn } from '#/api/kpi/session/oauth.ts'
import { takePendingSignIn } from '#/api/kpi/session/sign-in-redirect.ts'
import { handOverCallback } from '#/api/kpi/session/sign-in-window.ts'
import { SignInError } from '#/api/kpi/session/sign-in.ts'
import { paths } from '#/app/paths.ts'

/** Completes a sign-in with the parameters of the server's redirect. Returns the path to open. */
export async function finishSignIn(callback: URLSearchParams): Promise<string> {
  const pending = takePendingSignIn(callback)
  if (!pending) {
    const isHandedOver = await handOverCallback(callback)
    return isHandedOver ? paths.signedIn() : paths.connect(undefined, 'not-completed')
  }
  const { attempt, next, keep } = pending
  try {
    connections.use(await completeSignIn(attempt, callback), { keep })
    return next
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    return paths.connect(next, error.failure, attempt.server)
  }
}

import { connections } from '#/api/connection.ts'
import { completeSignIn } from '#/api/kpi/session/oauth.ts'
import { comeBack } from '#/api/kpi/session/sign-in-away.ts'
import { handOver } from '#/api/kpi/session/sign-in-window.ts'
import { SignInError } from '#/api/kpi/session/sign-in.ts'
import { paths } from './paths.ts'

/** With what the server's page answered: the path to open. */
export async function finishSignIn(answer: URLSearchParams): Promise<string> {
  const away = comeBack(answer)
  if (!away) {
    const isTaken = await handOver(answer)
    return isTaken ? paths.signedIn() : paths.connect(undefined, 'not-completed')
  }
  const { attempt, next, keep } = away
  try {
    connections.use(await completeSignIn(attempt, answer), { keep })
    return next
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    return paths.connect(next, error.failure, attempt.server)
  }
}

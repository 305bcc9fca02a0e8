import { redirect } from 'react-router'
import { connections } from '#/api/connection.ts'
import { signOut } from '#/app/sign-in/sign-out.ts'
import { lastLocationOf, takeChange } from './change-connection.ts'
import { paths } from './paths.ts'

/** Makes the change that was prepared by `requestChange`. It is loaded with the menu that prepares it, so that it works offline. */
export function changeLoader() {
  const change = takeChange()
  if (!change) return redirect(paths.home())
  if ('to' in change) {
    connections.switchTo(change.to)
    return redirect(change.path ?? lastLocationOf(change.to) ?? paths.projects())
  }
  change.signOutOf.forEach(signOut)
  return redirect(paths.connect())
}

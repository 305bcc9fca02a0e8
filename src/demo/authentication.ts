import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { unauthorized } from './responses.ts'
import { DEMO_USERS } from './seed/users.ts'

/**
 * The username that a request's `Authorization` header stands for, {@link ANONYMOUS} without one [0101-0113].
 * @throws a 401 response for a wrong key or password
 */
export function userOf(request: Request): string {
  const [scheme = '', credentials = ''] = (request.headers.get('Authorization') ?? '').split(' ')
  if (scheme === 'Token') {
    const user = DEMO_USERS.find(({ token }) => token === credentials)
    if (!user) throw unauthorized('Invalid token.')
    return user.username
  }
  if (scheme !== 'Basic') return ANONYMOUS
  const [username = '', password = ''] = decode(credentials).split(':')
  const user = userByPassword(username, password)
  if (!user) throw unauthorized('Invalid username/password.')
  return user.username
}

/** Every account's password is its username. */
export const userByPassword = (username: string, password: string) =>
  password === username ? DEMO_USERS.find((one) => one.username === username) : undefined

function decode(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}

/** @throws a 401 response when nobody is signed in */
export function requireUser(username: string): string {
  if (username === ANONYMOUS) throw unauthorized()
  return username
}

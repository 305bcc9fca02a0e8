import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { unauthorized } from './answers.ts'
import { DEMO_USERS } from './seed/users.ts'

/** Whom a request speaks for, by its `Authorization` [0101-0113]. */
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

/** @throws a 401 where the request speaks for nobody */
export function requireUser(username: string): string {
  if (username === ANONYMOUS) throw unauthorized()
  return username
}

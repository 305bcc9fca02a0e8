import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { unauthorized } from './responses.ts'
import type { Database } from './database.ts'
import { DEMO_USERS, type DemoUser } from './seed/users.ts'

/** The account's API key: that of the seed until it was renewed; `null` if it was deleted. */
export function keyOf(db: Database, { username, token }: DemoUser): string | null {
  const { key = token } = db.account(username)
  return key
}

export const userByKey = (db: Database, key: string) => DEMO_USERS.find((user) => keyOf(db, user) === key)

const userBySeededKey = (key: string) => DEMO_USERS.find(({ token }) => token === key)

/**
 * The username that a request's `Authorization` header stands for, {@link ANONYMOUS} without one [0101-0113].
 * @throws a 401 response for a wrong key or password
 */
export function userOf(request: Request, findByKey: (key: string) => DemoUser | undefined = userBySeededKey): string {
  const [scheme = '', credentials = ''] = (request.headers.get('Authorization') ?? '').split(' ')
  if (scheme === 'Token') {
    const user = findByKey(credentials)
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

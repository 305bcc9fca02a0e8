import { signInWithKey, signInWithPassword } from '#/api/kpi/session/sign-in.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const failureOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'signed in',
    (error: unknown) => (error as { failure?: string }).failure ?? String(error),
  )

const anonymousRequest =
  (path: string, headers: Record<string, string> = {}) =>
  async (lab: Lab) => {
    const { status, body } = await lab.anonymous.request('GET', path, { headers })
    return { status, body }
  }

const notProvided = { status: 401, body: { detail: 'Authentication credentials were not provided.' } }

/** API keys, and responses to wrong credentials. */
export const signIn: Group = {
  name: 'sign-in',
  facts: [
    fact({
      name: 'a wrong password is reported as such',
      source: ['0102'],
      when: (lab) => failureOf(signInWithPassword(lab.server, lab.me.username, 'no such password')),
      expected: 'wrong-password',
    }),
    fact({
      name: 'a wrong API key is reported as such',
      source: ['0112'],
      when: (lab) => failureOf(signInWithKey(lab.server, '0'.repeat(40))),
      expected: 'wrong-key',
    }),
    fact({
      name: 'a wrong password does not open the browser’s password dialog',
      source: ['0102'],
      when: async (lab) => {
        const { status, headers } = await lab.anonymous.request('GET', 'token/', {
          query: { format: 'json' },
          headers: { Authorization: `Basic ${btoa('nobody-here:wrong')}` },
        })
        return { status, isBasic: /basic/i.test(headers.get('WWW-Authenticate') ?? '') }
      },
      expected: { status: 401, isBasic: false },
    }),
    fact({
      name: 'me/ returns the user of the API key',
      source: ['0110'],
      given: async (lab) => lab.me.username,
      when: async (lab) => ((await lab.me.request('GET', 'me/')).body as { username: string }).username,
      expected: (username: string) => username,
    }),
    fact({
      name: 'token/ returns the same API key each time',
      source: ['0104'],
      when: async (lab) => {
        const keys = []
        for (let at = 0; at < 2; at += 1)
          keys.push(
            ((await lab.me.request('GET', 'token/', { query: { format: 'json' } })).body as { token: string }).token,
          )
        return { isKey: /^[0-9a-f]{40}$/.test(keys[0] ?? ''), isSame: keys[0] === keys[1] }
      },
      expected: { isKey: true, isSame: true },
    }),
    fact({
      name: 'the API key of another user is refused',
      source: ['0105'],
      when: async (lab) =>
        (await lab.me.request('GET', 'token/', { query: { format: 'json', username: 'AnonymousUser' } })).status,
      expected: 403,
    }),
    fact({
      name: 'me/ without authentication is refused',
      source: ['0111'],
      when: anonymousRequest('me/'),
      expected: notProvided,
    }),
    fact({
      name: 'an unknown API key is refused',
      source: ['0112'],
      when: anonymousRequest('api/v2/assets/', { Authorization: 'Token 00' }),
      expected: { status: 401, body: { detail: 'Invalid token.' } },
    }),
    fact({
      name: 'an unknown Bearer token is refused by me/',
      source: ['0113'],
      when: anonymousRequest('me/', { Authorization: 'Bearer nothing' }),
      expected: notProvided,
    }),
    fact({
      name: 'an unknown Bearer token gets an empty list of projects',
      source: ['NOTES Seen by driving the app against it'],
      when: async (lab) => {
        const { status, body } = await lab.anonymous.request('GET', 'api/v2/assets/', {
          headers: { Authorization: 'Bearer nothing' },
        })
        return { status, count: (body as { count?: number }).count }
      },
      expected: { status: 200, count: 0 },
    }),
  ],
}

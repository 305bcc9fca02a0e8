import { fact, type Group } from '../../fact.ts'

const notProvided = { status: 401, body: { detail: 'Authentication credentials were not provided.' } }

/** Requests in general. */
export const requests: Group = {
  name: 'requests in general',
  facts: [
    fact({
      name: 'the list of projects is empty without authentication',
      source: ['0332'],
      when: async (lab) => {
        const { status, body } = await lab.anonymous.request('GET', 'api/v2/assets/')
        return { status, count: (body as { count?: number }).count }
      },
      expected: { status: 200, count: 0 },
    }),
    fact({
      name: 'responses are JSON for Accept */*',
      source: ['0107', '1517'],
      when: async (lab) => typeof (await lab.me.request('GET', 'me/', { headers: { Accept: '*/*' } })).body,
      expected: 'object',
    }),
    fact({
      name: 'a path without its last slash is redirected',
      source: ['0424'],
      when: async (lab) => (await lab.me.request('GET', (await lab.project('draft')).path.slice(0, -1))).status,
      expected: 301,
    }),
    fact({
      name: 'a path that does not exist is 404 without JSON',
      source: ['1502'],
      when: async (lab) => {
        const { status, body } = await lab.me.request('GET', 'api/v2/nothing-here/')
        return { status, type: typeof body }
      },
      expected: { status: 404, type: 'string' },
    }),
    fact({
      name: 'malformed JSON fails with 500',
      source: ['0386'],
      when: async (lab) =>
        (
          await lab.me.request('PATCH', (await lab.project('draft')).path, {
            body: '{"name": ',
            headers: { 'Content-Type': 'application/json' },
          })
        ).status,
      expected: 500,
    }),
    fact({
      name: 'an unsupported method is 405',
      source: ['0426'],
      when: async (lab) =>
        (await lab.me.request('PUT', `${(await lab.project('draft')).path}permission-assignments/`, { body: [] }))
          .status,
      expected: 405,
    }),
    fact({
      name: 'messages are translated by Accept-Language',
      source: ['1510'],
      realOnly: 'its messages are only in English',
      when: async (lab) =>
        (
          (await lab.anonymous.request('GET', 'me/', { headers: { 'Accept-Language': 'fr' } })).body as {
            detail: string
          }
        ).detail === notProvided.body.detail,
      expected: false,
    }),
    fact({
      name: 'responses contain the username in X-KoBoNaut',
      source: ['2080', '0840'],
      given: async (lab) => lab.me.username,
      when: async (lab) => (await lab.me.request('GET', 'me/')).headers.get('X-KoBoNaut'),
      expected: (username: string) => username,
    }),
  ],
}

import { fact, type Group } from '../../fact.ts'

const notProvided = { status: 401, body: { detail: 'Authentication credentials were not provided.' } }

/** How a key is had and what the server does with a wrong one, and requests in general. */
export const requests: Group = {
  name: 'requests in general',
  facts: [
    fact({
      name: 'without a key the list of projects is empty',
      source: ['0332'],
      when: async (lab) => {
        const { status, body } = await lab.anonymous.ask('GET', 'api/v2/assets/')
        return { status, count: (body as { count?: number }).count }
      },
      expected: { status: 200, count: 0 },
    }),
    fact({
      name: 'answers are JSON for Accept */*',
      source: ['0107', '1517'],
      when: async (lab) => typeof (await lab.me.ask('GET', 'me/', { headers: { Accept: '*/*' } })).body,
      expected: 'object',
    }),
    fact({
      name: 'a path without its last slash is redirected',
      source: ['0424'],
      when: async (lab) => (await lab.me.ask('GET', (await lab.project('draft')).path.slice(0, -1))).status,
      expected: 301,
    }),
    fact({
      name: 'a path that does not exist is 404 without JSON',
      source: ['1502'],
      when: async (lab) => {
        const { status, body } = await lab.me.ask('GET', 'api/v2/nothing-here/')
        return { status, type: typeof body }
      },
      expected: { status: 404, type: 'string' },
    }),
    fact({
      name: 'malformed JSON is a server fault on a project',
      source: ['0386'],
      when: async (lab) =>
        (
          await lab.me.ask('PATCH', (await lab.project('draft')).path, {
            body: '{"name": ',
            headers: { 'Content-Type': 'application/json' },
          })
        ).status,
      expected: 500,
    }),
    fact({
      name: 'a method that an address does not have is 405',
      source: ['0426'],
      when: async (lab) =>
        (await lab.me.ask('PUT', `${(await lab.project('draft')).path}permission-assignments/`, { body: [] })).status,
      expected: 405,
    }),
    fact({
      name: 'words come in the language that is asked for',
      source: ['1510'],
      realOnly: 'it speaks English only',
      when: async (lab) =>
        ((await lab.anonymous.ask('GET', 'me/', { headers: { 'Accept-Language': 'fr' } })).body as { detail: string })
          .detail === notProvided.body.detail,
      expected: false,
    }),
    fact({
      name: 'every answer names whose account it was for',
      source: ['2080', '0840'],
      given: async (lab) => lab.me.username,
      when: async (lab) => (await lab.me.ask('GET', 'me/')).headers.get('X-KoBoNaut'),
      expected: (username: string) => username,
    }),
  ],
}

import { fact, type Group } from '../../fact.ts'
import { change, versionsAdded } from '../../lab/changing.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'

/** What a PATCH of a project changes, and what it leaves alone. */
export const content: Group = {
  name: 'content of a project',
  facts: [
    fact({
      name: 'content makes a version',
      source: ['0376'],
      when: versionsAdded({ content: SECOND_CONTENT }),
      expected: 1,
    }),
    fact({
      name: 'the same content makes none',
      source: ['0377'],
      when: async (lab) => {
        const { content } = (await change(lab, {})).body
        return versionsAdded({ content })(lab)
      },
      expected: 0,
    }),
    fact({
      name: 'content may be JSON as text',
      source: ['0378'],
      when: async (lab) => (await change(lab, { content: JSON.stringify(CONTENT) })).status,
      expected: 200,
    }),
    fact({
      name: 'content that is no JSON is refused',
      source: ['0379'],
      when: async (lab) => {
        const { status, body } = await change(lab, { content: 'not json' })
        return { status, body }
      },
      expected: { status: 400, body: { content: ['Unable to parse JSON'] } },
    }),
    fact({
      name: 'uid, owner and version are not taken over',
      source: ['0381'],
      given: async (lab) => (await change(lab, {})).body,
      when: async (lab) => {
        const { uid, owner__username: owner } = (
          await change(lab, { uid: 'aaa', owner__username: 'AnonymousUser', version_id: 'x' })
        ).body
        return { uid, owner }
      },
      expected: ({ uid, owner__username: owner }: Record<string, unknown>) => ({ uid, owner }),
    }),
    fact({
      name: 'a name over 255 characters is refused',
      source: ['0385'],
      when: async (lab) => (await change(lab, { name: 'x'.repeat(256) })).status,
      expected: 400,
    }),
    fact({
      name: 'rows of the form without a name keep none and have $autoname',
      source: ['0376', '0402'],
      when: async (lab) => {
        const content = { survey: [{ type: 'text', label: ['No name'] }] }
        const { body } = await change(lab, { content })
        const [row] = (body['content'] as { survey: Record<string, unknown>[] }).survey
        return { name: row?.['name'] ?? null, hasAutoname: typeof row?.['$autoname'] }
      },
      expected: { name: null, hasAutoname: 'string' },
    }),
    fact({
      name: 'a project without a type is refused',
      source: ['0400'],
      when: async (lab) => {
        const { status, body } = await lab.me.ask('POST', 'api/v2/assets/', { body: {} })
        return { status, body }
      },
      expected: { status: 400, body: { asset_type: ['This field is required.'] } },
    }),
    fact({
      name: 'replacing a whole project wants its type',
      source: ['0388'],
      when: async (lab) => (await lab.me.ask('PUT', (await lab.project('draft')).path, { body: { name: 'x' } })).status,
      expected: 400,
    }),
    fact({
      name: 'a wrong kind of body is a server fault',
      source: ['0387'],
      when: async (lab) => {
        const { path } = await lab.project('draft')
        return (await lab.me.ask('PATCH', path, { body: '<x/>', headers: { 'Content-Type': 'application/xml' } }))
          .status
      },
      expected: 500,
    }),
    fact({
      name: 'an answer in a kind that there is not is 406',
      source: ['1505'],
      when: async (lab) =>
        (await lab.me.ask('GET', (await lab.project('draft')).path, { headers: { Accept: 'application/pdf' } })).status,
      expected: 406,
    }),
  ],
}

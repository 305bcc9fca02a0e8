import { fact, type Group } from '../../fact.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'
import { patchDraft, versionsAdded } from '../../lab/patch-draft.ts'

/** What a PATCH of a project's content changes. */
export const content: Group = {
  name: 'content of a project',
  facts: [
    fact({
      name: 'new content creates a version',
      source: ['0376'],
      when: versionsAdded({ content: SECOND_CONTENT }),
      expected: 1,
    }),
    fact({
      name: 'the same content creates no version',
      source: ['0377'],
      when: async (lab) => {
        const { content } = (await patchDraft(lab, {})).body
        return versionsAdded({ content })(lab)
      },
      expected: 0,
    }),
    fact({
      name: 'content may be JSON as text',
      source: ['0378'],
      when: async (lab) => (await patchDraft(lab, { content: JSON.stringify(CONTENT) })).status,
      expected: 200,
    }),
    fact({
      name: 'content that is not JSON is refused',
      source: ['0379'],
      when: async (lab) => {
        const { status, body } = await patchDraft(lab, { content: 'not json' })
        return { status, body }
      },
      expected: { status: 400, body: { content: ['Unable to parse JSON'] } },
    }),
    fact({
      name: 'uid, owner and version are ignored',
      source: ['0381'],
      given: async (lab) => (await patchDraft(lab, {})).body,
      when: async (lab) => {
        const { uid, owner__username: owner } = (
          await patchDraft(lab, { uid: 'aaa', owner__username: 'AnonymousUser', version_id: 'x' })
        ).body
        return { uid, owner }
      },
      expected: ({ uid, owner__username: owner }: Record<string, unknown>) => ({ uid, owner }),
    }),
    fact({
      name: 'a name over 255 characters is refused',
      source: ['0385'],
      when: async (lab) => (await patchDraft(lab, { name: 'x'.repeat(256) })).status,
      expected: 400,
    }),
    fact({
      name: 'rows of the form without a name get $autoname, but no name',
      source: ['0376', '0402'],
      when: async (lab) => {
        const content = { survey: [{ type: 'text', label: ['No name'] }] }
        const { body } = await patchDraft(lab, { content })
        const [row] = (body['content'] as { survey: Record<string, unknown>[] }).survey
        return { name: row?.['name'] ?? null, hasAutoname: typeof row?.['$autoname'] }
      },
      expected: { name: null, hasAutoname: 'string' },
    }),
    fact({
      name: 'a project without a type is refused',
      source: ['0400'],
      when: async (lab) => {
        const { status, body } = await lab.me.request('POST', 'api/v2/assets/', { body: {} })
        return { status, body }
      },
      expected: { status: 400, body: { asset_type: ['This field is required.'] } },
    }),
    fact({
      name: 'PUT of a project needs its type',
      source: ['0388'],
      when: async (lab) =>
        (await lab.me.request('PUT', (await lab.project('draft')).path, { body: { name: 'x' } })).status,
      expected: 400,
    }),
    fact({
      name: 'a body of an unsupported type fails with 500',
      source: ['0387'],
      when: async (lab) => {
        const { path } = await lab.project('draft')
        return (await lab.me.request('PATCH', path, { body: '<x/>', headers: { 'Content-Type': 'application/xml' } }))
          .status
      },
      expected: 500,
    }),
    fact({
      name: 'an unsupported Accept type fails with 406',
      source: ['1505'],
      when: async (lab) =>
        (await lab.me.request('GET', (await lab.project('draft')).path, { headers: { Accept: 'application/pdf' } }))
          .status,
      expected: 406,
    }),
  ],
}

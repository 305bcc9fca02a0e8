import { fact, type Group } from '../../fact.ts'
import { change } from '../../lab/changing.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'
import { makeProject } from '../../lab/projects.ts'

/** What a PATCH of a project changes, and what it leaves alone. */
export const copies: Group = {
  name: 'copies, library items, deleting',
  facts: [
    fact({
      name: 'a copy has the form, settings and tags, and nobody else’s access',
      source: ['0410', '2028'],
      given: async (lab) => {
        await change(lab, {
          settings: { description: 'copied', fieldboard: { v: 1 } },
          tag_string: 'copied',
          content: CONTENT,
        })
        return (await lab.project('draft')).uid
      },
      when: async (lab, uid) => {
        const { status, body } = await lab.me.ask('POST', 'api/v2/assets/', {
          body: { clone_from: uid, name: 'fieldboard-conformance-copy', asset_type: 'survey' },
        })
        const copy = body as {
          uid: string
          tag_string: string
          settings: Record<string, unknown>
          content: { survey: unknown[] }
          permissions: { user: string }[]
          deployment_status: string
        }
        lab.made.set(copy.uid, lab.me.username)
        return {
          status,
          tags: copy.tag_string,
          description: copy.settings['description'],
          own: copy.settings['fieldboard'],
          questions: copy.content.survey.length,
          people: new Set(copy.permissions.map(({ user }) => user)).size,
          state: copy.deployment_status,
        }
      },
      expected: {
        status: 201,
        tags: 'copied',
        description: 'copied',
        own: { v: 1 },
        questions: CONTENT.survey.length,
        people: 1,
        state: 'draft',
      },
    }),
    fact({
      name: 'one version of a form is copied by its uid',
      source: ['0415'],
      when: async (lab) => {
        const { uid, path } = await makeProject(lab, 'versions-to-copy')
        const { version_id: version } = (await lab.me.ask('GET', path)).body as { version_id: string }
        await lab.me.ask('PATCH', path, { body: { content: SECOND_CONTENT } })
        const body = { clone_from: uid, clone_from_version_id: version, name: 'fieldboard-conformance-version' }
        const copy = (await lab.me.ask('POST', 'api/v2/assets/', { body: { ...body, asset_type: 'survey' } })).body as {
          uid: string
          content: { survey: unknown[] }
        }
        lab.made.set(copy.uid, lab.me.username)
        return copy.content.survey.length
      },
      expected: CONTENT.survey.length,
    }),
    fact({
      name: 'a block with one question becomes a question of the library',
      source: ['0344', '0345'],
      when: async (lab) => {
        const body = {
          name: 'fieldboard-conformance-block',
          asset_type: 'block',
          content: { survey: [{ type: 'text', name: 'q', label: ['Q'] }] },
        }
        const made = (await lab.me.ask('POST', 'api/v2/assets/', { body })).body as { uid: string; asset_type: string }
        lab.made.set(made.uid, lab.me.username)
        return made.asset_type
      },
      expected: 'question',
    }),
    fact({
      name: 'a collection has no summary and no version',
      source: ['0343'],
      realOnly: 'it has no collections',
      when: async (lab) => {
        const body = { name: 'fieldboard-conformance-collection', asset_type: 'collection' }
        const made = (await lab.me.ask('POST', 'api/v2/assets/', { body })).body as Record<string, unknown>
        lab.made.set(String(made['uid']), lab.me.username)
        return { summary: made['summary'], version: made['version_id'] }
      },
      expected: { summary: {}, version: null },
    }),
    fact({
      name: 'a deleted project is gone',
      source: ['0417', '0418'],
      when: async (lab) => {
        const { path } = await makeProject(lab, 'to-delete')
        const { status } = await lab.me.ask('DELETE', path)
        return [status, (await lab.me.ask('GET', path)).status]
      },
      expected: [204, 404],
    }),
    fact({
      name: 'deleting several names each of them',
      source: ['1405', '2511'],
      realOnly: 'it has no such address',
      when: async (lab) => {
        const one = await makeProject(lab, 'to-delete-1')
        const two = await makeProject(lab, 'to-delete-2')
        const { status } = await lab.me.ask('POST', 'api/v2/assets/bulk/', {
          body: { payload: { asset_uids: [one.uid, two.uid], action: 'delete' } },
        })
        return [status, (await lab.me.ask('GET', one.path)).status, (await lab.me.ask('GET', two.path)).status]
      },
      expected: [200, 404, 404],
    }),
    fact({
      name: 'a draft cannot be archived',
      source: ['1404'],
      realOnly: 'it has no such address',
      when: async (lab) =>
        (
          await lab.me.ask('POST', 'api/v2/assets/bulk/', {
            body: { payload: { asset_uids: [(await lab.project('draft')).uid], action: 'archive' } },
          })
        ).status,
      expected: 400,
    }),
  ],
}

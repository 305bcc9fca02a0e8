import { fact, type Group } from '../../fact.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'
import { patchDraft } from '../../lab/patch-draft.ts'
import { createProject } from '../../lab/projects.ts'

/** Copying and deleting projects and library items. */
export const copies: Group = {
  name: 'copies, library items, deleting',
  facts: [
    fact({
      name: 'a copy has the form, settings and tags, but not the permissions of other users',
      source: ['0410', '2028'],
      given: async (lab) => {
        await patchDraft(lab, {
          settings: { description: 'copied', fieldboard: { v: 1 } },
          tag_string: 'copied',
          content: CONTENT,
        })
        return (await lab.project('draft')).uid
      },
      when: async (lab, uid) => {
        const { status, body } = await lab.me.request('POST', 'api/v2/assets/', {
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
        lab.created.set(copy.uid, lab.me.username)
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
      name: 'a given version of a form can be copied',
      source: ['0415'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'versions-to-copy')
        const { version_id: version } = (await lab.me.request('GET', path)).body as { version_id: string }
        await lab.me.request('PATCH', path, { body: { content: SECOND_CONTENT } })
        const body = { clone_from: uid, clone_from_version_id: version, name: 'fieldboard-conformance-version' }
        const copy = (await lab.me.request('POST', 'api/v2/assets/', { body: { ...body, asset_type: 'survey' } }))
          .body as {
          uid: string
          content: { survey: unknown[] }
        }
        lab.created.set(copy.uid, lab.me.username)
        return copy.content.survey.length
      },
      expected: CONTENT.survey.length,
    }),
    fact({
      name: 'a block with one question becomes a library question',
      source: ['0344', '0345'],
      when: async (lab) => {
        const body = {
          name: 'fieldboard-conformance-block',
          asset_type: 'block',
          content: { survey: [{ type: 'text', name: 'q', label: ['Q'] }] },
        }
        const made = (await lab.me.request('POST', 'api/v2/assets/', { body })).body as {
          uid: string
          asset_type: string
        }
        lab.created.set(made.uid, lab.me.username)
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
        const made = (await lab.me.request('POST', 'api/v2/assets/', { body })).body as Record<string, unknown>
        lab.created.set(String(made['uid']), lab.me.username)
        return { summary: made['summary'], version: made['version_id'] }
      },
      expected: { summary: {}, version: null },
    }),
    fact({
      name: 'a deleted project is gone',
      source: ['0417', '0418'],
      when: async (lab) => {
        const { path } = await createProject(lab, 'to-delete')
        const { status } = await lab.me.request('DELETE', path)
        return [status, (await lab.me.request('GET', path)).status]
      },
      expected: [204, 404],
    }),
    fact({
      name: 'several projects are deleted by their uids',
      source: ['1405', '2511'],
      realOnly: 'it has no such endpoint',
      when: async (lab) => {
        const one = await createProject(lab, 'to-delete-1')
        const two = await createProject(lab, 'to-delete-2')
        const { status } = await lab.me.request('POST', 'api/v2/assets/bulk/', {
          body: { payload: { asset_uids: [one.uid, two.uid], action: 'delete' } },
        })
        return [status, (await lab.me.request('GET', one.path)).status, (await lab.me.request('GET', two.path)).status]
      },
      expected: [200, 404, 404],
    }),
    fact({
      name: 'a draft cannot be archived',
      source: ['1404'],
      realOnly: 'it has no such endpoint',
      when: async (lab) =>
        (
          await lab.me.request('POST', 'api/v2/assets/bulk/', {
            body: { payload: { asset_uids: [(await lab.project('draft')).uid], action: 'archive' } },
          })
        ).status,
      expected: 400,
    }),
  ],
}

import { replaceForm } from '#/api/kpi/imports/mutations.ts'
import { importQueries } from '#/api/kpi/imports/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { importForm, survey, uploadOf, xlsx } from '../../lab/import-form.ts'
import type { Lab } from '../../lab/lab.ts'
import { poll } from '../../lab/poll.ts'
import { createProject } from '../../lab/projects.ts'

const assetOf = async (lab: Lab, uid: string | undefined) =>
  (await lab.me.request('GET', `api/v2/assets/${uid}/`)).body as {
    name: string
    asset_type: string
    version_id: string
    deployment_status: string
    content: { survey: { name?: string; label?: string[] }[]; translations: (string | null)[] }
  }

const FORM = survey(['text', 'q1', 'Question'])

/** Imports of forms, into new and existing projects. */
export const imports: Group = {
  name: 'imports',
  facts: [
    fact({
      name: 'an import creates a draft named after the file',
      source: ['0201', '0203'],
      when: async (lab) => {
        const { started, status, messages } = await importForm(lab, uploadOf(xlsx(FORM)))
        const asset = await assetOf(lab, messages.created?.[0]?.uid)
        return {
          started,
          status,
          kind: messages.created?.[0]?.kind,
          type: asset.asset_type,
          name: asset.name,
          state: asset.deployment_status,
        }
      },
      expected: {
        started: 201,
        status: 'complete',
        kind: 'asset',
        type: 'survey',
        name: 'fieldboard-conformance-import',
        state: 'draft',
      },
    }),
    fact({
      name: 'the title in the settings sheet becomes the name',
      source: ['NOTES Imports', '0202'],
      when: async (lab) => {
        const { messages } = await importForm(
          lab,
          uploadOf(xlsx({ ...FORM, settings: [['form_title'], ['fieldboard-conformance-title']] })),
        )
        return (await assetOf(lab, messages.created?.[0]?.uid)).name
      },
      expected: 'fieldboard-conformance-title',
    }),
    fact({
      name: 'without library=false an import creates a library item',
      source: ['0257', '0250'],
      when: async (lab) => {
        const { messages } = await importForm(lab, uploadOf(xlsx(FORM), {}))
        return (await assetOf(lab, messages.created?.[0]?.uid)).asset_type
      },
      expected: 'question',
    }),
    fact({
      name: 'an import into a project replaces its form, keeps its name, and does not deploy',
      source: ['0241', '0242', '0243'],
      when: async (lab) => {
        const project = await createProject(lab, 'replaced')
        const before = await assetOf(lab, project.uid)
        const { messages } = await importForm(
          lab,
          uploadOf(xlsx(FORM), { library: 'false', destination: `/${project.path}` }),
        )
        const after = await assetOf(lab, project.uid)
        return {
          updated: messages.updated?.[0]?.uid === project.uid,
          name: after.name === before.name,
          isNew: after.version_id !== before.version_id,
          questions: after.content.survey.map(({ name }) => name),
        }
      },
      expected: { updated: true, name: true, isNew: true, questions: ['q1'] },
    }),
    fact({
      name: 'the app replaces a form, and not one that was changed since it was read',
      source: ['0241', '0242'],
      when: async (lab) => {
        const { uid } = await createProject(lab, 'replaced-by-the-app')
        const { version_id: versionId } = await assetOf(lab, uid)
        const { uid: task } = await lab.me.mutate(replaceForm(uid), { file: xlsx(FORM), versionId })
        const { status } = await poll(
          async () => lab.me.query(importQueries.task(task)),
          (one) => one.status === 'complete' || one.status === 'error',
          lab.signal,
        )
        const again = await lab.me
          .mutate(replaceForm(uid), { file: xlsx(FORM), versionId })
          .catch(({ kind }: { kind: string }) => kind)
        const { content } = await assetOf(lab, uid)
        return { status, questions: content.survey.map(({ name }) => name), again }
      },
      expected: { status: 'complete', questions: ['q1'], again: 'conflict' },
    }),
    fact({
      name: 'an imported project is deployed and deleted, so that it tells whether a form deploys',
      source: ['0201', '0506', '0417'],
      when: async (lab) => {
        const { messages } = await importForm(lab, uploadOf(xlsx(FORM)))
        const uid = messages.created?.[0]?.uid ?? ''
        const path = `api/v2/assets/${uid}/`
        const { body } = await lab.me.request('GET', path)
        const { permissions } = body as { permissions: { user: string }[] }
        const deployed = await lab.me.request('POST', `${path}deployment/`, { body: { active: true } })
        const deleted = await lab.me.request('DELETE', path)
        lab.created.delete(uid)
        return {
          isPublic: permissions.some(({ user }) => user.endsWith('/AnonymousUser/')),
          deployed: deployed.status,
          deleted: deleted.status,
          after: (await lab.me.request('GET', path)).status,
        }
      },
      expected: { isPublic: false, deployed: 200, deleted: 204, after: 404 },
    }),
    fact({
      name: 'languages of labels become translations, in the order of the sheet',
      source: ['0262', '2470'],
      when: async (lab) => {
        const head = ['type', 'name', 'label::English (en)', 'label::French (fr)']
        const { messages } = await importForm(lab, uploadOf(xlsx({ survey: [head, ['text', 'q1', 'Name', 'Nom']] })))
        const { content } = await assetOf(lab, messages.created?.[0]?.uid)
        return { translations: content.translations, label: content.survey[0]?.label }
      },
      expected: { translations: ['English (en)', 'French (fr)'], label: ['Name', 'Nom'] },
    }),
    fact({
      name: 'a file can be sent as base64',
      source: ['0236'],
      when: async (lab) => {
        const bytes = Buffer.from(await xlsx(FORM).arrayBuffer()).toString('base64')
        const base64Encoded = `data:application/octet-stream;base64,${bytes}`
        return (await importForm(lab, uploadOf(undefined, { library: 'false', base64Encoded }))).status
      },
      expected: 'complete',
    }),
    fact({
      name: 'a form that cannot be deployed replaces one that can, without an error',
      source: ['0245', '0246'],
      when: async (lab) => {
        const { uid, path } = await createProject(lab, 'replaced-by-a-poor-form')
        const poor = xlsx(survey(['select_one nowhere', 'q1', 'Question']))
        const { status } = await importForm(lab, uploadOf(poor, { library: 'false', destination: `/${path}` }))
        return { status, questions: (await assetOf(lab, uid)).content.survey.map(({ name }) => name) }
      },
      expected: { status: 'complete', questions: ['q1'] },
    }),
    fact({
      name: 'a form without a name column is imported with names made from labels',
      source: ['0220-a'],
      when: async (lab) => {
        const { status, messages } = await importForm(
          lab,
          uploadOf(
            xlsx({
              survey: [
                ['type', 'label'],
                ['text', 'My question'],
              ],
            }),
          ),
        )
        return { status, made: messages.created?.length }
      },
      expected: { status: 'complete', made: 1 },
    }),
    fact({
      name: 'an unknown choice list is imported without an error',
      source: ['0220-c'],
      when: async (lab) =>
        (await importForm(lab, uploadOf(xlsx(survey(['select_one nowhere', 'q1', 'Question']))))).status,
      expected: 'complete',
    }),
  ],
}

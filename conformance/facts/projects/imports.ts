import { fact, type Group } from '../../fact.ts'
import { importForm, survey, uploadOf, xlsx } from '../../lab/import-form.ts'
import type { Lab } from '../../lab/lab.ts'
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

import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'
import type { Lab, Project } from '../../lab/lab.ts'
import { makeDeployed, makeProject, sendRow } from '../../lab/projects.ts'

interface State {
  deployment_status: string
  version_id: string
  deployed_version_id: string | null
  version__content_hash: string
  deployed_versions: { results: { content_hash: string }[] }
}

const stateOf = async (lab: Lab, { path }: Project) => (await lab.me.ask('GET', path)).body as State
const ask = async (lab: Lab, method: string, project: Project, body: object) =>
  lab.me.ask(method, `${project.path}deployment/`, { body })

/** First deployment, redeployment, archiving, versions. */
export const deployment: Group = {
  name: 'deployment',
  facts: [
    fact({
      name: 'a draft has no deployment',
      source: ['0501'],
      when: async (lab) => (await lab.me.ask('GET', `${(await lab.project('draft')).path}deployment/`)).status,
      expected: 404,
    }),
    fact({
      name: 'a draft cannot be redeployed',
      source: ['0502'],
      when: async (lab) => (await ask(lab, 'PATCH', await lab.project('draft'), { active: true })).status,
      expected: 405,
    }),
    fact({
      name: 'deploying makes the newest version the deployed one',
      source: ['0506', '0507'],
      when: async (lab) => {
        const project = await makeProject(lab, 'deploying')
        const before = await stateOf(lab, project)
        const { status } = await ask(lab, 'POST', project, { active: true })
        const after = await stateOf(lab, project)
        return {
          before: [before.deployment_status, before.deployed_version_id],
          status,
          after: after.deployment_status,
          isNewest: after.deployed_version_id === after.version_id,
        }
      },
      expected: { before: ['draft', null], status: 200, after: 'deployed', isNewest: true },
    }),
    fact({
      name: 'a wrong version is a server fault on first deploying',
      source: ['0505'],
      when: async (lab) =>
        (await ask(lab, 'POST', await makeProject(lab, 'wrong-version'), { active: true, version_id: 'vNotThisOne' }))
          .status,
      expected: 500,
    }),
    fact({
      name: 'a second first deployment is refused',
      source: ['0508'],
      when: async (lab) => (await ask(lab, 'POST', await lab.project('scratch'), { active: true })).status,
      expected: 405,
    }),
    fact({
      name: 'changed content is not deployed by itself, nor by active alone',
      source: ['0510', '0511', '0512'],
      when: async (lab) => {
        const project = await makeDeployed(lab, 'unpublished')
        await lab.me.ask('PATCH', project.path, { body: { content: SECOND_CONTENT } })
        await ask(lab, 'PATCH', project, { active: true })
        const state = await stateOf(lab, project)
        const stale = await ask(lab, 'PATCH', project, { active: true, version_id: state.deployed_version_id })
        const published = await ask(lab, 'PATCH', project, { active: true, version_id: state.version_id })
        const after = await stateOf(lab, project)
        return {
          isUnpublished: state.version_id !== state.deployed_version_id,
          stale: stale.status,
          published: published.status,
          isPublished: after.version_id === after.deployed_version_id,
        }
      },
      expected: { isUnpublished: true, stale: 500, published: 200, isPublished: true },
    }),
    fact({
      name: 'the app refuses to publish what is no longer what was looked at',
      source: ['0513'],
      when: async (lab) => {
        const { uid, path } = await makeDeployed(lab, 'conflict')
        await lab.me.ask('PATCH', path, { body: { content: SECOND_CONTENT } })
        return lab.me
          .write(changeDeployment(uid), { action: 'redeploy', versionId: 'vOld' })
          .catch(({ kind }: { kind: string }) => kind)
      },
      expected: 'conflict',
    }),
    fact({
      name: 'an archived project takes no submissions, and takes them again once unarchived',
      source: ['0519', '0520', '0521', '2104'],
      when: async (lab) => {
        const project = await makeDeployed(lab, 'archived')
        await lab.me.write(changeDeployment(project.uid), { action: 'archive' })
        const archived = (await stateOf(lab, project)).deployment_status
        const refused = (await sendRow(lab, project, { name: 'late' })).status
        await lab.me.write(changeDeployment(project.uid), { action: 'unarchive' })
        return [
          archived,
          refused,
          (await stateOf(lab, project)).deployment_status,
          (await sendRow(lab, project, { name: 'in time' })).status,
        ]
      },
      expected: ['archived', 405, 'deployed', 201],
    }),
    fact({
      name: 'active must be a boolean',
      source: ['0523'],
      when: async (lab) => {
        const { status, body } = await ask(lab, 'PATCH', await lab.project('scratch'), { active: 'maybe' })
        return { status, body }
      },
      expected: { status: 400, body: { active: ['Must be a valid boolean.'] } },
    }),
    fact({
      name: 'a form without questions can be deployed',
      source: ['0529'],
      when: async (lab) =>
        (
          await ask(lab, 'POST', await makeProject(lab, 'empty', { ...CONTENT, survey: [], choices: [] }), {
            active: true,
          })
        ).status,
      expected: 200,
    }),
    fact({
      name: 'an unknown choice list is refused on deploying, in words, and the project stays a draft',
      source: ['0220-c', '2437'],
      when: async (lab) => {
        const project = await makeProject(lab, 'unknown-list', {
          survey: [{ type: 'select_one', name: 'a', label: ['A'], select_from_list_name: 'nowhere' }],
          translations: [null],
          translated: ['label'],
        })
        const { status, body } = await ask(lab, 'POST', project, { active: true })
        return {
          status,
          words: typeof (body as { error?: unknown }).error,
          state: (await stateOf(lab, project)).deployment_status,
        }
      },
      expected: { status: 400, words: 'string', state: 'draft' },
    }),
    fact({
      name: 'a broken expression is refused on deploying',
      source: ['2431'],
      realOnly: 'it runs no ODK Validate',
      when: async (lab) => {
        const project = await makeProject(lab, 'bad-expression', {
          survey: [{ type: 'text', name: 'a', label: ['A'], constraint: '. >' }],
          translations: [null],
          translated: ['label'],
        })
        const { status, body } = await ask(lab, 'POST', project, { active: true })
        return { status, isOfValidate: String((body as { error?: unknown }).error).startsWith('ODK Validate Errors') }
      },
      expected: { status: 400, isOfValidate: true },
    }),
    fact({
      name: 'a template cannot be deployed: a server fault',
      source: ['0527'],
      when: async (lab) => {
        const body = { name: 'fieldboard-conformance-template', asset_type: 'template', content: CONTENT }
        const { uid } = (await lab.me.ask('POST', 'api/v2/assets/', { body })).body as { uid: string }
        lab.made.set(uid, lab.me.username)
        return (await lab.me.ask('POST', `api/v2/assets/${uid}/deployment/`, { body: { active: true } })).status
      },
      expected: 500,
    }),
  ],
}

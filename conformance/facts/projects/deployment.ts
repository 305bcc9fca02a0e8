import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import { CONTENT, SECOND_CONTENT } from '../../lab/form.ts'
import type { Lab, Project } from '../../lab/lab.ts'
import { createDeployedProject, createProject, sendRow } from '../../lab/projects.ts'

interface State {
  deployment_status: string
  version_id: string
  deployed_version_id: string | null
  version__content_hash: string
  deployed_versions: { results: { content_hash: string }[] }
}

const stateOf = async (lab: Lab, { path }: Project) => (await lab.me.request('GET', path)).body as State
const requestDeployment = async (lab: Lab, method: string, project: Project, body: object) =>
  lab.me.request(method, `${project.path}deployment/`, { body })

/** First deployment, redeployment, archiving. */
export const deployment: Group = {
  name: 'deployment',
  facts: [
    fact({
      name: 'a draft has no deployment',
      source: ['0501'],
      when: async (lab) => (await lab.me.request('GET', `${(await lab.project('draft')).path}deployment/`)).status,
      expected: 404,
    }),
    fact({
      name: 'a draft cannot be redeployed',
      source: ['0502'],
      when: async (lab) => (await requestDeployment(lab, 'PATCH', await lab.project('draft'), { active: true })).status,
      expected: 405,
    }),
    fact({
      name: 'deploying makes the newest version the deployed one',
      source: ['0506', '0507'],
      when: async (lab) => {
        const project = await createProject(lab, 'deploying')
        const before = await stateOf(lab, project)
        const { status } = await requestDeployment(lab, 'POST', project, { active: true })
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
      name: 'a first deployment of a wrong version fails with 500',
      source: ['0505'],
      when: async (lab) =>
        (
          await requestDeployment(lab, 'POST', await createProject(lab, 'wrong-version'), {
            active: true,
            version_id: 'vNotThisOne',
          })
        ).status,
      expected: 500,
    }),
    fact({
      name: 'POST is refused for a deployed project',
      source: ['0508'],
      when: async (lab) =>
        (await requestDeployment(lab, 'POST', await lab.project('scratch'), { active: true })).status,
      expected: 405,
    }),
    fact({
      name: 'new content is deployed only by its version id, not by active alone',
      source: ['0510', '0511', '0512'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'unpublished')
        await lab.me.request('PATCH', project.path, { body: { content: SECOND_CONTENT } })
        await requestDeployment(lab, 'PATCH', project, { active: true })
        const state = await stateOf(lab, project)
        const stale = await requestDeployment(lab, 'PATCH', project, {
          active: true,
          version_id: state.deployed_version_id,
        })
        const published = await requestDeployment(lab, 'PATCH', project, { active: true, version_id: state.version_id })
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
      name: 'the app reports a conflict if the version to deploy is not the newest',
      source: ['0513'],
      when: async (lab) => {
        const { uid, path } = await createDeployedProject(lab, 'conflict')
        await lab.me.request('PATCH', path, { body: { content: SECOND_CONTENT } })
        return lab.me
          .mutate(changeDeployment(uid), { action: 'redeploy', versionId: 'vOld' })
          .catch(({ kind }: { kind: string }) => kind)
      },
      expected: 'conflict',
    }),
    fact({
      name: 'an archived project refuses submissions until it is unarchived',
      source: ['0519', '0520', '0521', '2104'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'archived')
        await lab.me.mutate(changeDeployment(project.uid), { action: 'archive' })
        const archived = (await stateOf(lab, project)).deployment_status
        const refused = (await sendRow(lab, project, { name: 'late' })).status
        await lab.me.mutate(changeDeployment(project.uid), { action: 'unarchive' })
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
        const { status, body } = await requestDeployment(lab, 'PATCH', await lab.project('scratch'), {
          active: 'maybe',
        })
        return { status, body }
      },
      expected: { status: 400, body: { active: ['Must be a valid boolean.'] } },
    }),
    fact({
      name: 'a form without questions can be deployed',
      source: ['0529'],
      when: async (lab) =>
        (
          await requestDeployment(
            lab,
            'POST',
            await createProject(lab, 'empty', { ...CONTENT, survey: [], choices: [] }),
            {
              active: true,
            },
          )
        ).status,
      expected: 200,
    }),
    fact({
      name: 'deploying an unknown choice list fails with a message, and the project stays a draft',
      source: ['0220-c', '2437'],
      when: async (lab) => {
        const project = await createProject(lab, 'unknown-list', {
          survey: [{ type: 'select_one', name: 'a', label: ['A'], select_from_list_name: 'nowhere' }],
          translations: [null],
          translated: ['label'],
        })
        const { status, body } = await requestDeployment(lab, 'POST', project, { active: true })
        return {
          status,
          error: typeof (body as { error?: unknown }).error,
          state: (await stateOf(lab, project)).deployment_status,
        }
      },
      expected: { status: 400, error: 'string', state: 'draft' },
    }),
    fact({
      name: 'deploying an invalid expression is refused',
      source: ['2431'],
      realOnly: 'it does not run ODK Validate',
      when: async (lab) => {
        const project = await createProject(lab, 'bad-expression', {
          survey: [{ type: 'text', name: 'a', label: ['A'], constraint: '. >' }],
          translations: [null],
          translated: ['label'],
        })
        const { status, body } = await requestDeployment(lab, 'POST', project, { active: true })
        return { status, isOfValidate: String((body as { error?: unknown }).error).startsWith('ODK Validate Errors') }
      },
      expected: { status: 400, isOfValidate: true },
    }),
    fact({
      name: 'deploying a template fails with 500',
      source: ['0527'],
      when: async (lab) => {
        const body = { name: 'fieldboard-conformance-template', asset_type: 'template', content: CONTENT }
        const { uid } = (await lab.me.request('POST', 'api/v2/assets/', { body })).body as { uid: string }
        lab.created.set(uid, lab.me.username)
        return (await lab.me.request('POST', `api/v2/assets/${uid}/deployment/`, { body: { active: true } })).status
      },
      expected: 500,
    }),
  ],
}

import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fact, type Group } from '../../fact.ts'
import { SECOND_CONTENT } from '../../lab/form.ts'
import type { Lab, Project } from '../../lab/lab.ts'
import { createDeployedProject } from '../../lab/projects.ts'

interface State {
  deployment_status: string
  version_id: string
  deployed_version_id: string | null
  version__content_hash: string
  deployed_versions: { results: { content_hash: string }[] }
}

const stateOf = async (lab: Lab, { path }: Project) => (await lab.me.request('GET', path)).body as State

/** Versions of a project and downloads of its form. */
export const versions: Group = {
  name: 'versions and forms',
  facts: [
    fact({
      name: 'a new name creates a version with the same content hash',
      source: ['0370', '0540'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'renamed')
        await lab.me.request('PATCH', project.path, { body: { name: 'fieldboard-conformance-renamed' } })
        const state = await stateOf(lab, project)
        return {
          isOther: state.version_id !== state.deployed_version_id,
          isSameForm: state.version__content_hash === state.deployed_versions.results[0]?.content_hash,
        }
      },
      expected: { isOther: true, isSameForm: true },
    }),
    fact({
      name: 'versions are listed newest first, with date_deployed false if never deployed',
      source: ['0538', '0539'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'versions')
        await lab.me.request('PATCH', project.path, { body: { content: SECOND_CONTENT } })
        const { results } = (await lab.me.request('GET', `${project.path}versions/`)).body as {
          results: { date_deployed: unknown }[]
        }
        const deployed = (await lab.me.request('GET', `${project.path}versions/`, { query: { deployed: 'True' } }))
          .body as { count: number }
        return { dates: results.map(({ date_deployed: date }) => typeof date), deployed: deployed.count }
      },
      expected: { dates: ['boolean', 'string'], deployed: 1 },
    }),
    fact({
      name: 'an earlier version is restored as a new one that is not deployed',
      source: ['0534'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'restored')
        const { version_id: first, version__content_hash: hash } = await stateOf(lab, project)
        await lab.me.request('PATCH', project.path, { body: { content: SECOND_CONTENT } })
        await lab.me.request('PATCH', project.path, { body: { clone_from: project.uid, clone_from_version_id: first } })
        const after = await stateOf(lab, project)
        return {
          isNew: after.version_id !== first,
          isSameForm: after.version__content_hash === hash,
          isDeployed: after.version_id === after.deployed_version_id,
        }
      },
      expected: { isNew: true, isSameForm: true, isDeployed: false },
    }),
    fact({
      name: 'an unknown version is 404',
      source: ['0533'],
      when: async (lab) => (await lab.me.request('GET', `${(await lab.project('draft')).path}versions/vNope/`)).status,
      expected: 404,
    }),
    fact({
      name: 'versions cannot be changed',
      source: ['2371'],
      when: async (lab) => {
        const project = await lab.project('draft')
        const { version_id: version } = await stateOf(lab, project)
        return (await lab.me.request('PATCH', `${project.path}versions/${version}/`, { body: { comment: 'x' } })).status
      },
      expected: 405,
    }),
    fact({
      name: 'the app reads a project with its form',
      source: ['0340'],
      when: async (lab) => {
        const { uid } = await lab.project('table')
        const asset = await lab.me.query(assetQueries.detail(uid))
        return {
          questions: asset.content.survey.length,
          versions: asset.deployed_versions.count,
          mine: asset.effective_permissions.some(({ codename }) => codename === 'manage_asset'),
        }
      },
      expected: { questions: SECOND_CONTENT.survey.length, versions: 2, mine: true },
    }),
    fact({
      name: 'the form is sent as an XLSX file, but not for Accept application/json',
      source: ['0353', 'NOTES Seen by driving the app against it'],
      when: async (lab) => {
        const { uid } = await lab.project('table')
        const file = await lab.me.request('GET', `api/v2/assets/${uid}.xls`, { headers: { Accept: '*/*' } })
        const json = await lab.me.request('GET', `api/v2/assets/${uid}.xls`)
        return { file: file.status, isZip: String(file.body).startsWith('PK'), json: json.status }
      },
      expected: { file: 200, isZip: true, json: 406 },
    }),
    fact({
      name: 'the XForm is not available as JSON',
      source: ['0356'],
      realOnly: 'it creates no XForms',
      when: async (lab) => (await lab.me.request('GET', `${(await lab.project('table')).path}xform/`)).status,
      expected: 406,
    }),
  ],
}

import { changeDeployment } from '#/api/kpi/deployment/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import { addRow, createDeployedProject } from '../../lab/projects.ts'

/** Writes to rows of archived projects. */
export const archived: Group = {
  name: 'rows of archived projects',
  facts: [
    fact({
      name: 'in an archived project: the status of one row fails, of several works, editing fails, duplicating is refused, deleting works',
      source: ['2105', '2106', '2107', '2108'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'archived-rows')
        const row = await addRow(lab, project, { name: 'x' })
        await lab.me.mutate(changeDeployment(project.uid), { action: 'archive' })
        const data = `${project.path}data/`
        const uid = { 'validation_status.uid': 'validation_status_approved' }
        const one = await lab.me.request('PATCH', `${data}${row.id}/validation_status/`, { body: uid })
        const many = await lab.me.request('PATCH', `${data}validation_statuses/`, {
          body: { payload: { ...uid, submission_ids: [row.id] } },
        })
        const edit = await lab.me.request('PATCH', `${data}bulk/`, {
          body: { payload: { submission_ids: [row.id], data: { name: 'y' } } },
        })
        const duplicate = await lab.me.request('POST', `${data}${row.id}/duplicate/`)
        const remove = await lab.me.request('DELETE', `${data}${row.id}/`)
        return {
          one: one.status,
          many: many.status,
          edit: (edit.body as { failures?: number }).failures,
          duplicate: duplicate.status,
          remove: remove.status,
        }
      },
      expected: { one: 500, many: 200, edit: 1, duplicate: 405, remove: 204 },
    }),
  ],
}

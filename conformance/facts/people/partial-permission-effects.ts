import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { partialPermission, setPartialPermissions } from '../../lab/partial-permissions.ts'
import { dataOf, sendRow } from '../../lab/projects.ts'
import { addPermission, assignmentsOf, codenameOf, permissionsOf, removeAllPermissions } from '../../lab/sharing.ts'

/** Replaces the second account's permissions on the shared project with partial ones. */
async function addPartialPermissions(lab: Lab, ...rules: object[]) {
  await removeAllPermissions(lab, lab.other.username)
  return addPermission(lab, lab.other.username, 'partial_submissions', rules)
}

/** Partial permissions: what they add, exclude and allow. */
export const partialPermissionEffects: Group = {
  name: 'partial permissions: effects',
  facts: [
    fact({
      name: 'partial permissions need filters',
      source: ['0615'],
      needs: 'other',
      when: async (lab) => {
        await removeAllPermissions(lab, lab.other.username)
        const { status, body } = await addPermission(lab, lab.other.username, 'partial_submissions')
        return { status, fields: Object.keys(body as object) }
      },
      expected: { status: 400, fields: ['partial_permissions'] },
    }),
    fact({
      name: 'partial permissions are for submissions only',
      source: ['0616'],
      needs: 'other',
      when: async (lab) =>
        (await addPartialPermissions(lab, partialPermission('view_asset', { colour: 'red' }))).status,
      expected: 400,
    }),
    fact({
      name: 'partial permissions add view_asset',
      source: ['0610', '0611'],
      needs: 'other',
      when: async (lab) => {
        await addPartialPermissions(lab, partialPermission('view_submissions', { colour: 'red' }))
        return permissionsOf(lab, lab.other.username)
      },
      expected: ['partial_submissions', 'view_asset'],
    }),
    fact({
      name: 'partial change_submissions adds partial view_submissions and full add_submissions',
      source: ['0613', '0614', '0617', '0618'],
      needs: 'other',
      when: async (lab) => {
        await addPartialPermissions(lab, partialPermission('change_submissions', { colour: 'red' }))
        const partial = (await assignmentsOf(lab, lab.other.username)).find(
          (one) => codenameOf(one) === 'partial_submissions',
        )
        const partialCodenames = partial?.partial_permissions
          ?.map(({ url }) => codenameOf({ permission: url }))
          .toSorted()
        return {
          held: await permissionsOf(lab, lab.other.username),
          hasViewing: partialCodenames?.includes('view_submissions'),
          hasChanging: partialCodenames?.includes('change_submissions'),
        }
      },
      expected: { held: ['add_submissions', 'partial_submissions', 'view_asset'], hasViewing: true, hasChanging: true },
    }),
    fact({
      name: 'partial and full permissions exclude one another',
      source: ['0610', '0611', '0612'],
      needs: 'other',
      when: async (lab) => {
        await removeAllPermissions(lab, lab.other.username)
        await addPermission(lab, lab.other.username, 'validate_submissions')
        await addPermission(lab, lab.other.username, 'partial_submissions', [
          partialPermission('view_submissions', { colour: 'red' }),
        ])
        const partialCodenames = await permissionsOf(lab, lab.other.username)
        await addPermission(lab, lab.other.username, 'view_submissions')
        return [partialCodenames, await permissionsOf(lab, lab.other.username)]
      },
      expected: [
        ['partial_submissions', 'view_asset'],
        ['view_asset', 'view_submissions'],
      ],
    }),
    fact({
      name: 'other rows are 404, and editing them is 403',
      source: ['0901', '0902'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await setPartialPermissions(lab, [
          partialPermission('change_submissions', { colour: 'red' }),
        ])
        const [, outside] = project.rows
        const one = await lab.other.request('GET', `${project.path}data/${outside?.id}/`)
        const edit = await lab.other.request('PATCH', `${project.path}data/bulk/`, {
          body: { payload: { submission_ids: [outside?.id], data: { name: 'x' } } },
        })
        return [one.status, edit.status]
      },
      expected: [404, 403],
    }),
    fact({
      name: 'a status of another row is refused, alone and in bulk',
      source: ['2207', '2208'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await setPartialPermissions(lab, [
          partialPermission('validate_submissions', { colour: 'red' }),
        ])
        const [inside, outside] = project.rows
        const one = await lab.other.request('PATCH', `${project.path}data/${outside?.id}/validation_status/`, {
          body: { 'validation_status.uid': 'validation_status_on_hold' },
        })
        const many = await lab.other.request('PATCH', `${project.path}data/validation_statuses/`, {
          body: {
            payload: {
              'validation_status.uid': 'validation_status_on_hold',
              submission_ids: [inside?.id, outside?.id],
            },
          },
        })
        const { rows } = await dataOf(lab.me, project, {
          query: { _id: inside?.id ?? 0 },
          fields: ['_validation_status'],
        })
        return [one.status, many.status, (rows[0]?.['_validation_status'] as { uid?: string } | undefined)?.uid]
      },
      expected: [403, 403, 'validation_status_approved'],
    }),
    fact({
      name: 'the total of counts is null with partial permissions',
      source: ['0906', '0673'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await setPartialPermissions(lab, [partialPermission('view_submissions', { colour: 'red' })])
        const { body } = await lab.other.request('GET', `${project.path}counts/`)
        return (body as { total_submission_count: unknown }).total_submission_count
      },
      expected: null,
    }),
    fact({
      name: 'effective_permissions contain partial_submissions',
      source: ['2211', '2212'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await setPartialPermissions(lab, [partialPermission('view_submissions', { colour: 'red' })])
        const { body } = await lab.other.request('GET', project.path)
        const codenames = (body as { effective_permissions: { codename: string }[] }).effective_permissions.map(
          ({ codename }) => codename,
        )
        return { rules: codenames.includes('partial_submissions'), viewsAll: codenames.includes('view_submissions') }
      },
      expected: { rules: true, viewsAll: false },
    }),
    fact({
      name: 'anonymous rows match null',
      source: ['2194', '2195', '0807', '0808'],
      needs: 'other',
      when: async (lab) => {
        const project = await lab.project('rules')
        await lab.me.request('POST', `${project.path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/add_submissions/' },
        })
        const sent = await sendRow(
          lab,
          project,
          { name: 'nobody' },
          { account: lab.anonymous, path: `${lab.me.username}/submission` },
        )
        await lab.me.request('DELETE', `${project.path}permission-assignments/bulk/`, {
          body: { username: 'AnonymousUser' },
        })
        await setPartialPermissions(lab, [partialPermission('view_submissions', { _submitted_by: null })])
        const { rows } = await dataOf(lab.other, project, { sort: { _id: 1 }, fields: ['name', '_submitted_by'] })
        return { sent: sent.status, rows: rows.map(({ name, _submitted_by: by }) => [name, by]) }
      },
      expected: { sent: 201, rows: [['nobody', null]] },
    }),
  ],
}

import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf, sendRow } from '../../lab/projects.ts'
import { rule, withRules } from '../../lab/row-rules.ts'
import { assignmentsOf, clear, codenameOf, give, heldBy } from '../../lab/sharing.ts'

/** Gives the second account row rules on the shared project, from nothing. */
async function giveRules(lab: Lab, ...rules: object[]) {
  await clear(lab, lab.other.username)
  return give(lab, lab.other.username, 'partial_submissions', rules)
}

/** Access to some rows only: by who sent them and by what they answer. */
export const rowRuleEffects: Group = {
  name: 'access to some rows: effects',
  facts: [
    fact({
      name: 'row rules need conditions',
      source: ['0615'],
      needs: 'other',
      when: async (lab) => {
        await clear(lab, lab.other.username)
        const { status, body } = await give(lab, lab.other.username, 'partial_submissions')
        return { status, fields: Object.keys(body as object) }
      },
      expected: { status: 400, fields: ['partial_permissions'] },
    }),
    fact({
      name: 'row rules are for rows only',
      source: ['0616'],
      needs: 'other',
      when: async (lab) => (await giveRules(lab, rule('view_asset', { colour: 'red' }))).status,
      expected: 400,
    }),
    fact({
      name: 'row rules bring view_asset along',
      source: ['0610', '0611'],
      needs: 'other',
      when: async (lab) => {
        await giveRules(lab, rule('view_submissions', { colour: 'red' }))
        return heldBy(lab, lab.other.username)
      },
      expected: ['partial_submissions', 'view_asset'],
    }),
    fact({
      name: 'a rule for changing brings a rule for viewing and adding for all along',
      source: ['0613', '0614', '0617', '0618'],
      needs: 'other',
      when: async (lab) => {
        await giveRules(lab, rule('change_submissions', { colour: 'red' }))
        const partial = (await assignmentsOf(lab, lab.other.username)).find(
          (one) => codenameOf(one) === 'partial_submissions',
        )
        const ruled = partial?.partial_permissions?.map(({ url }) => codenameOf({ permission: url })).toSorted()
        return {
          held: await heldBy(lab, lab.other.username),
          hasViewing: ruled?.includes('view_submissions'),
          hasChanging: ruled?.includes('change_submissions'),
        }
      },
      expected: { held: ['add_submissions', 'partial_submissions', 'view_asset'], hasViewing: true, hasChanging: true },
    }),
    fact({
      name: 'row rules and full access to rows exclude one another',
      source: ['0610', '0611', '0612'],
      needs: 'other',
      when: async (lab) => {
        await clear(lab, lab.other.username)
        await give(lab, lab.other.username, 'validate_submissions')
        await give(lab, lab.other.username, 'partial_submissions', [rule('view_submissions', { colour: 'red' })])
        const ruled = await heldBy(lab, lab.other.username)
        await give(lab, lab.other.username, 'view_submissions')
        return [ruled, await heldBy(lab, lab.other.username)]
      },
      expected: [
        ['partial_submissions', 'view_asset'],
        ['view_asset', 'view_submissions'],
      ],
    }),
    fact({
      name: 'rows outside the rules are 404, and cannot be edited: 403',
      source: ['0901', '0902'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await withRules(lab, [rule('change_submissions', { colour: 'red' })])
        const [, outside] = project.rows
        const one = await lab.other.ask('GET', `${project.path}data/${outside?.id}/`)
        const edit = await lab.other.ask('PATCH', `${project.path}data/bulk/`, {
          body: { payload: { submission_ids: [outside?.id], data: { name: 'x' } } },
        })
        return [one.status, edit.status]
      },
      expected: [404, 403],
    }),
    fact({
      name: 'a status outside the rules is refused, and bulk with one such row does none',
      source: ['2207', '2208'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await withRules(lab, [rule('validate_submissions', { colour: 'red' })])
        const [inside, outside] = project.rows
        const one = await lab.other.ask('PATCH', `${project.path}data/${outside?.id}/validation_status/`, {
          body: { 'validation_status.uid': 'validation_status_on_hold' },
        })
        const many = await lab.other.ask('PATCH', `${project.path}data/validation_statuses/`, {
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
      name: 'with row rules the total of counts is null',
      source: ['0906', '0673'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await withRules(lab, [rule('view_submissions', { colour: 'red' })])
        const { body } = await lab.other.ask('GET', `${project.path}counts/`)
        return (body as { total_submission_count: unknown }).total_submission_count
      },
      expected: null,
    }),
    fact({
      name: 'the person’s own permissions tell that there are rules',
      source: ['2211', '2212'],
      needs: 'other',
      when: async (lab) => {
        const { project } = await withRules(lab, [rule('view_submissions', { colour: 'red' })])
        const { body } = await lab.other.ask('GET', project.path)
        const codenames = (body as { effective_permissions: { codename: string }[] }).effective_permissions.map(
          ({ codename }) => codename,
        )
        return { rules: codenames.includes('partial_submissions'), viewsAll: codenames.includes('view_submissions') }
      },
      expected: { rules: true, viewsAll: false },
    }),
    fact({
      name: 'rows sent without an account are found by null',
      source: ['2194', '2195', '0807', '0808'],
      needs: 'other',
      when: async (lab) => {
        const project = await lab.project('rules')
        await lab.me.ask('POST', `${project.path}permission-assignments/`, {
          body: { user: '/api/v2/users/AnonymousUser/', permission: '/api/v2/permissions/add_submissions/' },
        })
        const sent = await sendRow(
          lab,
          project,
          { name: 'nobody' },
          { as: lab.anonymous, path: `${lab.me.username}/submission` },
        )
        await lab.me.ask('DELETE', `${project.path}permission-assignments/bulk/`, {
          body: { username: 'AnonymousUser' },
        })
        await withRules(lab, [rule('view_submissions', { _submitted_by: null })])
        const { rows } = await dataOf(lab.other, project, { sort: { _id: 1 }, fields: ['name', '_submitted_by'] })
        return { sent: sent.status, rows: rows.map(({ name, _submitted_by: by }) => [name, by]) }
      },
      expected: { sent: 201, rows: [['nobody', null]] },
    }),
  ],
}

import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { LazyFilterText, LazyRulesEditor } from '#/features/sharing/rules/LazyRulesEditor.tsx'
import { openSharing, server, sharingInTests } from './sharing-in-tests.tsx'

sharingInTests()
beforeAll(async () => {
  await Promise.all([LazyRulesEditor.preload(), LazyFilterText.preload()])
})

const CONTENT = {
  survey: [
    { type: 'select_one', name: 'region', $xpath: 'region', label: ['Region'], select_from_list_name: 'regions' },
  ],
  choices: [
    { list_name: 'regions', name: 'north', label: ['North'] },
    { list_name: 'regions', name: 'south', label: ['South'] },
  ],
  translations: [null],
}

/** Opens the permissions of bob with row rules. */
async function openRules(more: object = { content: CONTENT }) {
  const user = await openSharing(more)
  await user.click(screen.getByRole('button', { name: 'More for bob' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Choose permissions…' }))
  const change = screen.getByRole('group', { name: 'Change of access for bob' })
  const limit = within(change).getByRole<HTMLInputElement>('checkbox', { name: 'Row-level access' })
  if (!limit.checked) await user.click(limit)
  return { user, change, save: within(change).getByRole('button', { name: 'Save' }) }
}

describe('row rules', () => {
  it('limit a person to their own submissions, in one request', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    const { user, change, save } = await openRules()
    const rule = await within(change).findByRole('group', { name: 'Rule 1' })
    expect(within(rule).getByRole<HTMLInputElement>('radio', { name: 'Those sent by bob' }).checked).toBe(true)
    await user.click(within(rule).getByRole('checkbox', { name: 'Edit submissions' }))
    expect(rule.textContent).toContain('Editing includes “Add submissions”')
    await user.click(save)
    await screen.findByText(/can edit some submissions and add submissions/)
    expect(server.writes).toEqual(['POST bob partial_submissions'])
    expect(server.partial.get('bob')?.map(({ codename }) => codename)).toEqual([
      'add_submissions',
      'view_submissions',
      'change_submissions',
    ])
  })

  it('are chosen by conditions with the labels of choices', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    const { user, change, save } = await openRules()
    await user.click(await within(change).findByRole('radio', { name: 'Those that meet conditions' }))
    expect(save).toHaveProperty('disabled', true)
    await user.click(await within(change).findByRole('option', { name: 'Region', hidden: true }))
    await user.click(await within(change).findByRole('checkbox', { name: 'North' }))
    await user.click(save)
    await screen.findByText(/Only submissions where/)
    expect(server.partial.get('bob')).toEqual([
      { codename: 'view_submissions', filters: [{ region: { $in: ['north'] } }] },
    ])
  })

  it('that this editor cannot write are shown as they are, warned of, and kept', async () => {
    const foreign = { region: { $eq: 'north' } }
    server.held.set('bob', new Set(['view_asset', 'partial_submissions']))
    server.partial.set('bob', [{ codename: 'view_submissions', filters: [foreign] }])
    const { user, change, save } = await openRules()
    const rule = await within(change).findByRole('group', { name: 'Rule 1' })
    expect(rule.textContent).toContain(JSON.stringify(foreign))
    expect(rule.textContent).toContain('The server does not know “$eq”')
    expect(save).toHaveProperty('disabled', true) // nothing changes
    await user.click(within(change).getByRole('button', { name: 'Add a rule' }))
    await user.click(
      within(within(change).getByRole('group', { name: 'Rule 2' })).getByRole('radio', { name: 'Those sent by bob' }),
    )
    await user.click(save)
    expect(await screen.findAllByText('Saved.')).toHaveLength(2)
    expect(server.partial.get('bob')).toEqual([
      { codename: 'view_submissions', filters: [foreign, { _submitted_by: 'bob' }] },
    ])
  })
})

import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { openSharing, server, sharingInTests } from './sharing-in-tests.tsx'

sharingInTests()

describe('the access after a change', () => {
  it('lists the differences if two managers changed it at once, and completes the change', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    const user = await openSharing()
    server.meanwhile = () => {
      server.held.set('bob', new Set(['view_asset', 'add_submissions']))
      server.meanwhile = () => {}
    }
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of bob' }), 'Reviewer')
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('button', { name: 'Save' }))

    const alert = await within(change).findByRole('alert')
    expect(alert.textContent).toContain('The access is not what you chose')
    expect(alert.textContent).toContain('Missing: View submissions and Validate submissions.')
    expect(alert.textContent).toContain('Not chosen, but present: Add submissions.')

    await user.click(within(change).getByRole('button', { name: 'Finish my change' }))
    await screen.findByText(/can view all submissions and set their validation status/)
    expect(server.held.get('bob')).toEqual(codenamesOf('reviewer'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('claims that the list is current only if it was fetched', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    const user = await openSharing()
    server.refuses = 'validate_submissions'
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of bob' }), 'Reviewer')
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('button', { name: 'Save' }))
    expect((await within(change).findByRole('alert')).textContent).toContain('The list above shows the current access')

    server.meanwhile = () => (server.isUnreadable = true)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of bob' }), 'Editor')
    await user.click(within(change).getByRole('button', { name: 'Save' }))
    expect(await within(change).findByText(/The current access could not be loaded/)).toBeDefined()
    expect(change.textContent).not.toContain('The list above shows')
  })

  it('shows unknown permissions, and removes a user who has only those', async () => {
    server.unknown.set('bob', 'discover_asset')
    const user = await openSharing()
    expect(await screen.findByText('discover_asset')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'More for bob' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove…' }))
    await user.click(await screen.findByRole('button', { name: 'Remove from the project' }))
    await screen.findByText('bob no longer has access.')
    expect(server.writes).toEqual(['DELETE all of bob'])
    expect(screen.queryByText('discover_asset')).toBeNull()
  })

  it('resets the role after a user was added', async () => {
    const user = await openSharing()
    await user.click(screen.getByRole('button', { name: 'Add people' }))
    const form = screen.getByRole('form', { name: 'Add people' })
    await user.type(within(form).getByRole('textbox', { name: 'Username' }), 'eve')
    await user.selectOptions(within(form).getByRole('combobox', { name: 'Role' }), 'Manager')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    await within(form).findByText('eve was added as Manager.')
    expect(within(form).getByRole('combobox', { name: 'Role' })).toHaveProperty('value', 'viewer')
  })
})

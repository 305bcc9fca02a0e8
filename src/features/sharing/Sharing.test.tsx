import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { openSharing, server, sharingInTests } from './sharing-in-tests.tsx'

sharingInTests()

describe('Sharing', () => {
  it('after an error, continues from the state on the server', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    server.refuses = 'validate_submissions'
    const user = await openSharing()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of bob' }), 'Editor')
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('button', { name: 'Save' }))

    const alert = await within(change).findByRole('alert')
    expect(alert.textContent).toContain('Not that one.')
    // Editing submissions was granted before the error, so it is not part of the change any more.
    expect(change.textContent).toContain('bob will also be able to edit the form and set the validation status')

    server.refuses = undefined
    server.writes.length = 0
    expect(change.textContent).toContain('Done so far: Add submissions and Edit submissions.')
    expect(change.textContent).toContain('Still to do: Edit form and Validate submissions.')
    await user.click(within(change).getByRole('button', { name: 'Finish the change' }))
    await screen.findByText(/can edit the form and all submissions, and set/)
    expect(server.writes).toEqual(['POST bob validate_submissions', 'POST bob change_asset'])
  })

  it('does not allow to uncheck all permissions', async () => {
    server.held.set('bob', new Set(['view_asset']))
    const user = await openSharing()
    await user.click(screen.getByRole('button', { name: 'More for bob' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Choose permissions…' }))
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('checkbox', { name: 'View form' }))
    expect(within(change).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    expect(change.textContent).toContain('Select at least one permission')
  })

  it('collapses a long list, with the number of hidden users', async () => {
    for (let number = 10; number < 22; number += 1) server.held.set(`person${number}`, codenamesOf('viewer'))
    const user = await openSharing()
    const people = screen.getByRole('region', { name: 'People' })
    expect(within(people).getAllByRole('listitem')).toHaveLength(9)
    await user.click(within(people).getByRole('button', { name: 'Show 4 more people' }))
    expect(within(people).getAllByRole('listitem')).toHaveLength(13)
  })

  it('shows "all" if the number of submissions is unknown', async () => {
    const user = await openSharing({ deployment__submission_count: null })
    await user.click(screen.getByRole('switch', { name: 'Anyone can view submissions' }))
    expect(await screen.findByRole('dialog', { name: 'Let anyone read all submissions?' })).toBeDefined()
  })

  it('shows that no question looks personal, and asks to check anyway', async () => {
    const user = await openSharing({ content: { survey: [{ type: 'integer', name: 'rooms' }] } })
    await user.click(screen.getByRole('switch', { name: 'Anyone can view submissions' }))
    expect((await screen.findByRole('dialog')).textContent).toContain('Check the form anyway')
  })

  it('shows an error of public access in its dialog, which stays open', async () => {
    server.refuses = 'view_asset'
    const user = await openSharing()
    await user.click(screen.getByRole('switch', { name: 'Anyone can view this form' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Make form public' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Not that one.')
    expect(screen.getAllByRole('alert')).toHaveLength(1)
  })
})

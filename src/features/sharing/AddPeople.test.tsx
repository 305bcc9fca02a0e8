import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { openSharing, server, sharingInTests } from './sharing-in-tests.tsx'

sharingInTests()

async function openForm() {
  const user = await openSharing()
  await user.click(screen.getByRole('button', { name: 'Add people' }))
  const form = screen.getByRole('form', { name: 'Add people' })
  const field = within(form).getByRole<HTMLTextAreaElement>('textbox', { name: 'Username' })
  return { user, form, field, type: (value: string) => fireEvent.change(field, { target: { value } }) }
}

const LIST = Array.from({ length: 25 }, (_, at) => `person${at}`)

describe('a list of people', () => {
  it('is checked first; what has no account stays in the field, and nothing is sent before confirming', async () => {
    server.held.set('bob', codenamesOf('viewer'))
    const { user, form, field, type } = await openForm()
    type([...LIST, 'bob', 'nobody1', 'alice'].join('\n'))
    expect(form.textContent).toContain('Each of the 28 people can view the form and all submissions')
    await user.click(within(form).getByRole('button', { name: 'Check the usernames' }))

    const confirm = await within(form).findByRole('button', { name: 'Add 25 people' })
    expect(form.textContent).toContain('1 already has access and is left as it is: bob')
    expect(form.textContent).toContain('alice is the owner and is left out.')
    expect(server.asked).toHaveLength(26)
    expect(server.writes).toEqual([])

    await user.click(confirm)
    const job = await screen.findByRole('region', { name: 'Access of several people' })
    await within(job).findByText('25 people were added')
    expect(server.writes).toEqual(LIST.map((name) => `POST ${name} view_submissions`))
    expect(field.value).toBe('nobody1')
    expect(server.held.get('bob')).toEqual(codenamesOf('viewer'))
  })

  it('stops where one is refused, and goes on with the others', async () => {
    const { user, form, type } = await openForm()
    type('person1 person2')
    await user.click(within(form).getByRole('button', { name: 'Check the usernames' }))
    server.refuses = 'view_submissions'
    await user.click(await within(form).findByRole('button', { name: 'Add 2 people' }))
    const job = await screen.findByRole('region', { name: 'Access of several people' })
    await within(job).findByText('2 were refused')
    server.refuses = undefined
    server.writes.length = 0
    await user.click(within(job).getByRole('button', { name: 'Try again for 2 refused people' }))
    await within(job).findByText('2 people were added')
    expect(server.writes).toEqual(['POST person1 view_submissions', 'POST person2 view_submissions'])
  })

  it('is read from a file, the first column of a table', async () => {
    const { user, form, field } = await openForm()
    const file = new File(['username,team\nperson1,North\nperson2,South\n'], 'team.csv', { type: 'text/csv' })
    fireEvent.drop(form, { dataTransfer: { files: [file], types: ['Files'] } })
    await within(form).findByText(/Check the usernames/)
    expect(field.value).toBe('person1\nperson2')
    await user.click(within(form).getByRole('button', { name: 'Close' }))
  })

  it('of one person is added at once', async () => {
    const { user, form, type } = await openForm()
    type('person1')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    await within(form).findByText('person1 was added as Viewer.')
    expect(server.writes).toEqual(['POST person1 view_submissions'])
  })
})

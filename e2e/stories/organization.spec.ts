import { DEMO_PROJECTS } from '../../src/demo/sentinels.ts'
import { OPEN_INVITE } from '../../src/demo/seed/organizations.ts'
import { expectAccessible } from '../accessible.ts'
import { BOTH_WIDTHS, expect, test } from '../fixtures.ts'
import { demoAs, prepareTab } from '../signed-in.ts'

test(
  'The owner of an organization changes a role, removes a member, and invites and withdraws',
  { tag: BOTH_WIDTHS },
  async ({ page, openDemo }) => {
    await openDemo('/account/organization')
    const members = page.getByRole('region', { name: 'Members' })
    const role = members.getByLabel('Role of d_mutiso')
    await role.selectOption('Administrator')
    await expect(members.getByRole('listitem').filter({ hasText: 'd_mutiso' })).toContainText('Since')
    await expect(role).toHaveValue('admin')
    await expectAccessible(page)

    await members.getByRole('button', { name: 'Remove d_mutiso' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(members.getByText('d_mutiso')).toHaveCount(0)

    const invitee = page.getByLabel('Username or email address')
    await invitee.fill('nobody-here')
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await expect(invitee).toHaveAccessibleDescription(/does not exist/)
    await invitee.fill('h.qasim')
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await expect(page.getByText('The invitation was sent.')).toBeVisible()
    await members.getByRole('button', { name: 'Withdraw the invitation of h.qasim' }).click()
    await expect(members.getByText('h.qasim')).toHaveCount(0)

    const projects = page.getByRole('region', { name: 'Projects of the organization' })
    await projects.getByRole('searchbox', { name: 'Search by name' }).fill('household')
    await projects.getByRole('link', { name: 'Household vulnerability survey, Turkana 2026' }).click()
    await expect(page.getByRole('heading', { name: 'Household vulnerability survey, Turkana 2026' })).toBeVisible()
  },
)

test(
  'Someone who was invited reads what joining means, and joins by the link of the email',
  { tag: BOTH_WIDTHS },
  async ({ page }) => {
    await prepareTab(page, { connections: [demoAs(OPEN_INVITE.invitee)] })
    await page.goto('./#/account/organization')
    await expect(page.getByText('You are the only one in this organization')).toBeVisible()
    const { guid, organization } = OPEN_INVITE
    await page
      .getByLabel('Link from the email')
      .fill(`https://kf.example.org/#/projects/home?organization_invite=${guid}&organization_id=${organization}`)
    await page.getByRole('button', { name: 'Show the invitation' }).click()
    await expect(page.getByText('demo invites you to Lake Turkana Relief')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Join the organization' })).toBeDisabled()
    await expectAccessible(page)
    await page.getByRole('checkbox', { name: /my projects would go/ }).check()
    await page.getByRole('button', { name: 'Join the organization' }).click()
    await expect(page.getByRole('region', { name: 'Members' })).toContainText('g.furaha')
  },
)

test(
  'Someone with a project view searches its projects, and opens one that nobody shared',
  { tag: BOTH_WIDTHS },
  async ({ page }) => {
    await prepareTab(page, { connections: [demoAs('h.qasim')] })
    await page.goto('./#/account')
    await page.getByRole('link', { name: 'Project views' }).click()
    await expect(page.getByText('Projects in Yemen.')).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel('Search by name').fill('no such project')
    await expect(page.getByText('No project matches.')).toBeVisible()
    await page.getByLabel('Search by name').fill('')
    await page.getByRole('link', { name: DEMO_PROJECTS.arabic.name }).click()
    await expect(page.getByRole('heading', { level: 1, name: DEMO_PROJECTS.arabic.name })).toBeVisible()
  },
)

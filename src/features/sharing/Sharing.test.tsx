import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Asset } from '#/api/assets/schema.ts'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { afterGiving, afterTaking, type Codename, isCodename } from '#/api/permissions/codenames.ts'
import { permissionQueries } from '#/api/permissions/queries.ts'
import { codenamesOf } from '#/api/permissions/roles.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Sharing } from './Sharing.tsx'

const SERVER = 'https://kf.example.org'

/** Who holds what, as a server keeps it. */
const held = new Map<string, ReadonlySet<Codename>>()
const writes: string[] = []
let refuses: string | undefined

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET') {
    return Response.json(
      [...held].flatMap(([username, codenames]) =>
        [...codenames].map((codename) => ({
          url: `${SERVER}/permission-assignments/${username}.${codename}/`,
          user: `${SERVER}/api/v2/users/${username}/`,
          permission: `${SERVER}/api/v2/permissions/${codename}/`,
        })),
      ),
    )
  }
  const body = request.method === 'POST' ? ((await request.json()) as { user: string; permission: string }) : undefined
  const [username = '', codename = ''] = body
    ? [body.user, body.permission].map((url) => url.split('/').at(-2) ?? '')
    : (pathname.split('/').at(-2) ?? '').split('.')
  if (!isCodename(codename)) throw new Error(codename)
  writes.push(`${request.method} ${username} ${codename}`)
  if (codename === refuses) return Response.json({ detail: 'Not that one.' }, { status: 403 })
  held.set(username, (body ? afterGiving : afterTaking)(held.get(username) ?? new Set(), codename))
  return body
    ? Response.json({ url: '', user: body.user, permission: body.permission }, { status: 201 })
    : new Response(null, { status: 204 })
}

const asset = (more: object = {}) =>
  Asset.parse({
    uid: 'a1',
    name: 'Survey',
    asset_type: 'survey',
    owner__username: 'alice',
    settings: {},
    summary: { row_count: 3 },
    date_created: '',
    date_modified: '',
    date_deployed: '',
    version_id: 'v1',
    deployed_version_id: 'v1',
    deployment_status: 'deployed',
    deployment__active: true,
    deployment__submission_count: 12,
    permissions: [],
    content: {},
    version__content_hash: '',
    deployed_versions: { count: 0, results: [] },
    deployment__links: {},
    effective_permissions: [{ codename: 'manage_asset' }],
    downloads: [],
    ...more,
  })

function Page({ of }: { of: Asset }) {
  const { data } = useQuery(permissionQueries.list('a1'))
  return (
    data && <Sharing asset={of} assignments={data.results} unreadable={data.unreadable} you="alice" onLeft={() => {}} />
  )
}

async function openSharing(more?: object) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  bindCache(
    client,
    connections.use({ kind: 'kpi', server: SERVER, username: 'alice', auth: { scheme: 'key', token: 'key' } }),
  )
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Page of={asset(more)} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  await screen.findByRole('region', { name: 'Public access' })
  return userEvent.setup()
}

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['sharing', 'errors'])
})

beforeEach(() => {
  setTransport(SERVER, answer)
  held.clear()
  writes.length = 0
  refuses = undefined
})

afterEach(cleanup)

describe('Sharing', () => {
  it('goes on from what the server holds after a refusal half-way', async () => {
    held.set('bob', codenamesOf('viewer'))
    refuses = 'validate_submissions'
    const user = await openSharing()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role of bob' }), 'Editor')
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('button', { name: 'Save' }))

    const alert = await within(change).findByRole('alert')
    expect(alert.textContent).toContain('Not that one.')
    // Editing submissions was given before the refusal: it is no news any more.
    expect(change.textContent).toContain('bob will also be able to edit the form and set the validation status')

    refuses = undefined
    writes.length = 0
    await user.click(within(change).getByRole('button', { name: 'Save' }))
    await screen.findByText(/can edit the form and all submissions, and set/)
    expect(writes).toEqual(['POST bob validate_submissions', 'POST bob change_asset'])
  })

  it('lets nobody be left without any permission by way of the boxes', async () => {
    held.set('bob', new Set(['view_asset']))
    const user = await openSharing()
    await user.click(screen.getByRole('button', { name: 'More for bob' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Choose permissions…' }))
    const change = screen.getByRole('group', { name: 'Change of access for bob' })
    await user.click(within(change).getByRole('checkbox', { name: 'View form' }))
    expect(within(change).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    expect(change.textContent).toContain('Tick at least one permission')
  })

  it('folds a long list, and says how many more there are', async () => {
    for (let number = 10; number < 22; number += 1) held.set(`person${number}`, codenamesOf('viewer'))
    const user = await openSharing()
    const people = screen.getByRole('region', { name: 'People' })
    expect(within(people).getAllByRole('listitem')).toHaveLength(9)
    await user.click(within(people).getByRole('button', { name: 'Show 4 more people' }))
    expect(within(people).getAllByRole('listitem')).toHaveLength(13)
  })

  it('says "all" where the number of submissions is not known', async () => {
    const user = await openSharing({ deployment__submission_count: null })
    await user.click(screen.getByRole('switch', { name: 'Anyone can view submissions' }))
    expect(await screen.findByRole('dialog', { name: 'Let anyone read all submissions?' })).toBeDefined()
  })

  it('says where no question looks personal, and asks to look all the same', async () => {
    const user = await openSharing({ content: { survey: [{ type: 'integer', name: 'rooms' }] } })
    await user.click(screen.getByRole('switch', { name: 'Anyone can view submissions' }))
    expect((await screen.findByRole('dialog')).textContent).toContain('Look through the form all the same')
  })

  it('shows a refusal of public access in its dialog, which stays', async () => {
    refuses = 'view_asset'
    const user = await openSharing()
    await user.click(screen.getByRole('switch', { name: 'Anyone can view this form' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Make form public' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Not that one.')
    expect(screen.getAllByRole('alert')).toHaveLength(1)
  })
})

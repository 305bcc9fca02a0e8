import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { afterGiving, afterTaking, type Codename, isCodename } from '#/api/kpi/permissions/codenames.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Sharing } from './Sharing.tsx'

const SERVER = 'https://kf.example.org'

/** The permissions of one project as a server keeps them. */
export const server = {
  held: new Map<string, ReadonlySet<Codename>>(),
  /** Codenames of a newer server. */
  unknown: new Map<string, string>(),
  writes: [] as string[],
  /** A codename that it refuses to write. */
  refuses: undefined as string | undefined,
  /** What a colleague does just after a write. */
  meanwhile: () => {},
  /** Whether the list cannot be read. */
  isUnreadable: false,
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET' && pathname.includes('/users/'))
    return Response.json({ username: pathname.split('/').at(-2), url: '' })
  if (request.method === 'GET') {
    if (server.isUnreadable) return Response.json({ detail: 'Not now.' }, { status: 500 })
    return Response.json(
      [...server.held, ...[...server.unknown].map(([name, codename]) => [name, [codename]] as const)].flatMap(
        ([username, codenames]) =>
          [...codenames].map((codename) => ({
            url: `${SERVER}/permission-assignments/${username}.${codename}/`,
            user: `${SERVER}/api/v2/users/${username}/`,
            permission: `${SERVER}/api/v2/permissions/${codename}/`,
          })),
      ),
    )
  }
  if (pathname.endsWith('/bulk/')) {
    const { username } = (await request.json()) as { username: string }
    server.writes.push(`${request.method} all of ${username}`)
    server.held.delete(username)
    server.unknown.delete(username)
    return new Response(null, { status: 204 })
  }
  const body = request.method === 'POST' ? ((await request.json()) as { user: string; permission: string }) : undefined
  const [username = '', codename = ''] = body
    ? [body.user, body.permission].map((url) => url.split('/').at(-2) ?? '')
    : (pathname.split('/').at(-2) ?? '').split('.')
  if (!isCodename(codename)) throw new Error(codename)
  server.writes.push(`${request.method} ${username} ${codename}`)
  if (codename === server.refuses) return Response.json({ detail: 'Not that one.' }, { status: 403 })
  server.held.set(username, (body ? afterGiving : afterTaking)(server.held.get(username) ?? new Set(), codename))
  server.meanwhile()
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

/** Opens the page as its owner; `more` of the project. */
export async function openSharing(more?: object) {
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

/** Starts each test of the page with a server where nobody has access but the owner. */
export function sharingInTests() {
  beforeAll(async () => {
    await startI18n()
    await i18n.loadNamespaces(['sharing', 'errors'])
  })

  beforeEach(() => {
    setTransport(SERVER, answer)
    server.held.clear()
    server.unknown.clear()
    server.writes.length = 0
    server.refuses = undefined
    server.meanwhile = () => {}
    server.isUnreadable = false
  })

  afterEach(cleanup)
}

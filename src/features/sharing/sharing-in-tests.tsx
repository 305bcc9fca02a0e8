import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { Asset } from '#/api/kpi/assets/schema.ts'
import { afterGranting, afterRevoking, type Codename, isCodename } from '#/api/kpi/permissions/codenames.ts'
import { completePartial, type PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { Sharing } from './Sharing.tsx'

const SERVER = 'https://kf.example.org'

/** A fake server with the permissions of one project. */
export const server = {
  held: new Map<string, ReadonlySet<Codename>>(),
  /** Row rules of users with `partial_submissions`. */
  partial: new Map<string, readonly PartialPermission[]>(),
  /** Permissions that the app does not know. */
  unknown: new Map<string, string>(),
  writes: [] as string[],
  /** Names that were checked. */
  asked: [] as string[],
  /** A codename that it refuses to grant. */
  refuses: undefined as string | undefined,
  /** Called after each write, to simulate a colleague. */
  meanwhile: () => {},
  /** Whether requests for the list fail. */
  isUnreadable: false,
}

interface GrantBody {
  user: string
  permission: string
  partial_permissions?: { url: string; filters: Record<string, unknown>[] }[]
}

const wireRules = (username: string) =>
  server.partial.get(username)?.map(({ codename, filters }) => ({ url: `/api/v2/permissions/${codename}/`, filters }))

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET' && pathname.includes('/users/')) {
    const username = pathname.split('/').at(-2) ?? ''
    server.asked.push(username)
    if (username.startsWith('nobody')) return Response.json({ detail: 'Not found.' }, { status: 404 })
    return Response.json({ username, url: '' })
  }
  if (request.method === 'GET') {
    if (server.isUnreadable) return Response.json({ detail: 'Not now.' }, { status: 500 })
    return Response.json(
      [...server.held, ...[...server.unknown].map(([name, codename]) => [name, [codename]] as const)].flatMap(
        ([username, codenames]) =>
          [...codenames].map((codename) => ({
            url: `${SERVER}/permission-assignments/${username}.${codename}/`,
            user: `${SERVER}/api/v2/users/${username}/`,
            permission: `${SERVER}/api/v2/permissions/${codename}/`,
            ...(codename === 'partial_submissions' && { partial_permissions: wireRules(username) }),
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
  const body = request.method === 'POST' ? ((await request.json()) as GrantBody) : undefined
  const [username = '', codename = ''] = body
    ? [body.user, body.permission].map((url) => url.split('/').at(-2) ?? '')
    : (pathname.split('/').at(-2) ?? '').split('.')
  if (!isCodename(codename)) throw new Error(codename)
  server.writes.push(`${request.method} ${username} ${codename}`)
  if (body?.partial_permissions) {
    const rules = body.partial_permissions.map(({ url, filters }) => ({
      codename: url.split('/').at(-2) ?? '',
      filters,
    }))
    server.partial.set(username, completePartial(rules))
  }
  if (codename === server.refuses) return Response.json({ detail: 'Not that one.' }, { status: 403 })
  const held = (body ? afterGranting : afterRevoking)(server.held.get(username) ?? new Set(), codename)
  // Adding has no limited form [0619].
  if (server.partial.get(username)?.some((rule) => rule.codename === 'add_submissions')) held.add('add_submissions')
  server.held.set(username, held)
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

/** Renders the page as the owner; `more` overrides fields of the project. */
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

/** Resets the fake server before each test: only the owner has access. */
export function sharingInTests() {
  beforeAll(async () => {
    await startI18n()
    await i18n.loadNamespaces(['sharing', 'errors', 'submissions'])
  })

  beforeEach(() => {
    setTransport(SERVER, answer)
    server.held.clear()
    server.unknown.clear()
    server.partial.clear()
    server.writes.length = 0
    server.asked.length = 0
    server.refuses = undefined
    server.meanwhile = () => {}
    server.isUnreadable = false
  })

  afterEach(cleanup)
}

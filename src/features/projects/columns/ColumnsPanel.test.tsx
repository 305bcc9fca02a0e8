// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bindCache } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { useProjectColumns } from '#/features/projects/use-project-columns.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { ColumnsPanel } from './ColumnsPanel.tsx'

const ALICE = {
  kind: 'kpi',
  server: 'https://kf.example.org',
  username: 'alice',
  auth: { scheme: 'key', token: 'k' },
} as const
const KEY = 'fieldboard.of:alice%40https%3A%2F%2Fkf.example.org:project-columns:'
const DEFAULTS = ['status', 'owner', 'access', 'questions', 'submissions', 'lastSubmission', 'modified']

let client: QueryClient

beforeEach(async () => {
  await startI18n()
  await i18n.changeLanguage('en')
  await loadNamespaces('project-list', 'projects', 'columns')
  client = new QueryClient()
  bindCache(client, connections.use(ALICE, { keep: true }))
})
afterEach(() => {
  cleanup()
  connections.forgetAll()
  localStorage.clear()
})

function Panel() {
  const columns = useProjectColumns()
  return (
    <>
      <output>{columns.shown.map(({ id }) => id).join()}</output>
      <ColumnsPanel columns={columns} onClose={() => {}} />
    </>
  )
}

async function open() {
  await act(async () =>
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={client}>
          <Panel />
        </QueryClientProvider>
      </MantineProvider>,
    ),
  )
  return userEvent.setup()
}

const shown = () => screen.getByText(/^(?:\w+,)*\w*$/, { selector: 'output' }).textContent?.split(',')
const stored = () => JSON.parse(localStorage.getItem(KEY) ?? 'null') as unknown
const panel = () => within(screen.getByRole('dialog', { name: 'Columns of the list' }))

it('shows and hides columns, and remembers them for the connection', async () => {
  const user = await open()
  expect(shown()).toEqual(DEFAULTS)
  await user.click(panel().getByRole('checkbox', { name: 'Owner' }))
  await user.click(panel().getByRole('checkbox', { name: 'Country' }))
  await screen.findByText(/country$/, { selector: 'output' })
  const chosen = [...DEFAULTS.filter((id) => id !== 'owner'), 'country']
  expect(shown()).toEqual(chosen)
  expect(stored()).toEqual(chosen)
  cleanup()
  await open()
  await screen.findByText(/country$/, { selector: 'output' })
  expect(shown()).toEqual(chosen)
})

it('moves columns by buttons and by keys, and says where they are', async () => {
  const user = await open()
  await user.click(panel().getByRole('button', { name: 'Move Status down' }))
  expect(shown()?.slice(0, 2)).toEqual(['owner', 'status'])
  panel().getByRole('button', { name: 'Move Modified' }).focus()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(shown()).toEqual(['owner', 'status', 'access', 'questions', 'modified', 'submissions', 'lastSubmission'])
  expect(panel().getByRole('status').textContent).toBe('Modified is now 5 of 7')
  await user.click(panel().getByRole('button', { name: 'Reset to default' }))
  expect(shown()).toEqual(DEFAULTS)
  expect(stored()).toBeNull()
})

it('ignores what is stored and unknown', async () => {
  localStorage.setItem(KEY, '["owner","nothing","owner",5]')
  await open()
  expect(shown()).toEqual(['owner'])
})

// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { FilterControl } from './FilterControl.tsx'

let requested: string[]
let search: ProjectSearch
let client: QueryClient

beforeEach(async () => {
  await startI18n('en')
  await i18n.changeLanguage('en')
  await loadNamespaces('project-list', 'common', 'errors')
  const respond = await createDemoTransport({ storage: 'memory' })
  requested = []
  setTransport(DEMO_CONNECTION.server, (request) => {
    requested.push(new URL(request.url).pathname)
    return respond(request)
  })
  client = new QueryClient()
  bindCache(client, connections.use(DEMO_CONNECTION))
})
afterEach(() => {
  cleanup()
  connections.forgetAll()
})

function Filter({ start }: { start: ProjectSearch }) {
  const [current, setCurrent] = useState(start)
  const change = (next: ProjectSearch) => {
    search = next
    setCurrent(next)
  }
  return <FilterControl search={current} projects={[]} username="demo" onChange={change} />
}

function show(start: Partial<ProjectSearch> = {}) {
  search = { text: 'water', status: 'all', ...start }
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Filter start={search} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return userEvent.setup()
}

/** Opens the panel, which loads on demand. */
const openPanel = async (user: ReturnType<typeof show>) =>
  act(async () => {
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await import('./FilterPanel.tsx')
  })
const panel = () => screen.findByRole('dialog', { name: 'Filter projects' })
const section = async (name: string) => within(await panel()).getByText(name, { selector: 'summary *' })
const apply = async () => within(await panel()).getByRole('button', { name: 'Show projects' })

it('filters by several fields at once, and requests choices only where they are shown', async () => {
  const user = show()
  await openPanel(user)
  await user.click(await section('Owner'))
  await user.click(within(await panel()).getByRole('radio', { name: 'Someone else: shared with me' }))
  expect(requested).toEqual([])
  await user.click(await section('Country'))
  await user.click(await within(await panel()).findByRole('option', { name: 'Kenya' }))
  expect(requested).toEqual(['/api/v2/assets/metadata/'])
  await user.click(await section('Modified'))
  await user.click(within(await panel()).getByRole('radio', { name: 'Last 30 days' }))
  expect(search).toEqual({ text: 'water', status: 'all' })
  await user.click(await apply())
  expect(search).toEqual({
    text: 'water',
    status: 'all',
    owner: '-demo',
    countries: ['KEN'],
    modified: { last: 30 },
  })
  const chips = screen.getByRole('list', { name: 'Filters' })
  expect([...chips.children].map(({ textContent }) => textContent)).toEqual([
    'Owner: Someone else: shared with me',
    'Country: \u2068Kenya\u2069',
    'Modified: last 30 days',
  ])
  await user.click(within(chips).getAllByRole('button', { name: 'Remove this filter' })[1] as HTMLElement)
  expect(search.countries).toBeUndefined()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(search).toEqual({ text: 'water', status: 'all' })
})

it('says what cannot be applied, and keeps what was typed when it is closed', async () => {
  const user = show()
  await openPanel(user)
  await user.click(await section('Questions'))
  await user.type(within(await panel()).getByRole('textbox', { name: 'At least' }), 'ten')
  await user.click(await apply())
  expect(within(await panel()).getByText('Type a whole number')).toBeTruthy()
  expect(document.activeElement).toBe(within(await panel()).getByRole('textbox', { name: 'At least' }))
  await user.click(within(await panel()).getByRole('button', { name: 'Close' }))
  await openPanel(user)
  await user.click(await section('Questions'))
  const atLeast = within(await panel()).getByRole<HTMLInputElement>('textbox', { name: 'At least' })
  expect(atLeast.value).toBe('ten')
  await user.clear(atLeast)
  await user.type(atLeast, '10')
  await user.click(await apply())
  expect(search.questions).toEqual({ from: 10 })
})

it('a filter is changed where it is shown; names of countries that are not on the page are requested', async () => {
  const user = show({ countries: ['SOM'], questions: { to: 5 } })
  await user.click(await screen.findByRole('button', { name: /Country: .*Somalia/ }))
  expect(requested).toEqual(['/api/v2/assets/metadata/'])
  expect(within(await panel()).getByRole('button', { name: /Remove .*Somalia/ })).toBeTruthy()
  await user.click(await within(await panel()).findByRole('option', { name: 'Uganda' }))
  await user.click(await apply())
  expect(search).toMatchObject({ countries: ['SOM', 'UGA'], questions: { to: 5 } })
})

import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bindCache, setTransport } from '#/api/client.ts'
import { connections } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { DEMO_PROJECTS } from '#/demo/sentinels.ts'
import { seededForm } from '#/demo/seed/forms/forms.ts'
import { createDemoTransport } from '#/demo/transport.ts'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import type { ComparableForm } from '#/lib/xlsform/compare/canonical-form.ts'
import { FormComparison } from './FormComparison.tsx'

let client: QueryClient
let lists: string[]

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces(['compare', 'submissions', 'errors'])
})
beforeEach(async () => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  lists = []
  const demo = await createDemoTransport({ storage: 'memory' })
  setTransport(DEMO_CONNECTION.server, (request) => {
    if (new URL(request.url).pathname.endsWith('/data/')) lists.push(request.url)
    return demo(request)
  })
  bindCache(client, connections.use(DEMO_CONNECTION))
})
afterEach(cleanup)

function show(before: ComparableForm, after: ComparableForm, assetUid: string | null = null) {
  render(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <FormComparison
          before={{ content: before, title: 'Deployed now' }}
          after={{ content: after, title: 'After redeploying' }}
          assetUid={assetUid}
          submissionCount={assetUid === null ? null : 96}
          fileName="comparison"
        />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const lines = () => screen.getAllByRole('listitem')
const line = (text: RegExp) => {
  const found = lines().find((each) => text.test(each.textContent ?? ''))
  if (!found) throw new Error(`No line ${text}`)
  return found
}

describe('FormComparison', () => {
  it('says that nothing differs', () => {
    show(seededForm('household'), seededForm('household'))
    expect(screen.getByRole('heading', { name: 'Nothing differs' })).toBeDefined()
  })

  it('groups the changes, filters them by kind, and finds them by question', async () => {
    const user = show(seededForm('boreholes:1'), seededForm('boreholes'))
    const kinds = screen.getByRole('group', { name: 'Kind of change' })
    const all = lines().length
    expect(
      within(kinds)
        .getByRole('button', { name: `All ${all}` })
        .getAttribute('aria-pressed'),
    ).toBe('true')
    expect(screen.getByRole('region', { name: 'Repair' })).toBeDefined()

    await user.click(within(kinds).getByRole('button', { name: /^Removed/ }))
    expect(lines().every((each) => each.textContent?.startsWith('Removed'))).toBe(true)
    await user.click(within(kinds).getByRole('button', { name: /^All/ }))
    await user.type(screen.getByRole('searchbox', { name: 'Question or name' }), 'cost of the parts')
    expect(lines().map((each) => each.textContent)).toEqual([expect.stringContaining('parts_cost')])
  })

  it('marks the words that differ', () => {
    const form = (label: string) => ({ survey: [{ type: 'text', name: 'a', label: [label] }], translations: [null] })
    show(form('Name of head'), form('Name of the head'))
    const [changed] = lines()
    expect(changed?.querySelector('del')).toBeNull()
    expect(changed?.querySelector('ins')?.textContent?.trim()).toBe('the')
  })

  it('counts the answers when asked, by as few lists as possible', async () => {
    const user = show(seededForm('boreholes:1'), seededForm('boreholes'), DEMO_PROJECTS.twoVersions.uid)
    expect(line(/users/).textContent).toContain('Answers stay on the server')
    expect(lists).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Count the answers' }))
    await screen.findByText('Answers counted just now')
    expect(lists).toHaveLength(1)
    expect(line(/users/).textContent).toMatch(/\d+ submissions have an answer\. They stay on the server/)
  })

  it('shows the changes of 1,269 rows without showing all at once', async () => {
    const before = seededForm('arabic-needs')
    const after = {
      ...before,
      survey: before.survey.map((row) => (row.name ? { ...row, name: `${row.name}_2` } : row)),
    }
    const user = show(before, after)
    expect(lines()).toHaveLength(300)
    await user.type(screen.getByRole('searchbox', { name: 'Question or name' }), String(before.survey.at(-1)?.name))
    expect(lines().length).toBeLessThan(300)
  })
})
